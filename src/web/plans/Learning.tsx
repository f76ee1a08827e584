import type { PlanDocument, PlanLearning } from "#core/planner/planDocument";
import { useNames } from "../doors/names.ts";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";
import { sayAssumption } from "./sayAssumption.ts";

/** What it would pay to measure before booking, dearest first. */
export function Learning({ learn }: { learn: PlanDocument["learn"] }) {
  const words = useWords();
  const { t, say } = words;
  const names = useNames();
  const nameOf = ({ creatorName, figure }: PlanLearning) =>
    creatorName === null
      ? sayAssumption(words, figure, names.scope)
      : say({ key: `plan.learn.${figure}`, values: { creator: creatorName } });
  return (
    <Section title={t("plan.sections.learn")} lede={t("plan.learnLede")}>
      {learn.length === 0 ? (
        <p>{say({ key: "plan.learn.nothing", values: {} })}</p>
      ) : (
        <ol className="top-assumptions">
          {learn.map((each) => (
            <li key={`${each.figure} ${each.creator}`}>
              <strong>{nameOf(each)}</strong>
              <p>{say(each.says)}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
