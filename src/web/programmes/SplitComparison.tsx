import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import { sentence } from "#core/sentence";
import { FigureTable } from "../figures/FigureTable.tsx";
import { Section } from "../plans/Section.tsx";
import { sayChance } from "../plans/sayMetric.ts";
import { useWords } from "../words/words.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";

/** The same money shared otherwise: in equal parts, with nothing fixed, all to one. */
export function SplitComparison({ programme, rough }: { programme: ProgrammeDocument; rough: boolean }) {
  const words = useWords();
  const { t, say, money, percent } = words;
  const word = useProgrammeWord();
  const { comparison, comparisonSays, campaigns, rule } = programme;
  const [found] = comparison;
  if (found === undefined || comparison.length < 2) return null;
  const byTargets = rule.kind === "targets";
  const worthOf = (worth: number) => (byTargets ? worth : found.worth > 0 ? worth / found.worth : 0);
  const withAll = found.probabilityOfAll !== null;
  return (
    <Section title={word("others")} lede={word("othersWhy")}>
      {comparisonSays && <p>{say(comparisonSays)}</p>}
      <p className="quiet phone-only">{t("plan.sideways")}</p>
      <div className="wide split-comparison">
        <FigureTable
          caption={word("others")}
          head={[
            say(sentence("programme.text.split")),
            ...campaigns.map(({ name }) => name),
            word(byTargets ? "ofTargets" : "together"),
            ...(withAll ? [word("all")] : []),
          ]}
          rows={comparison.map((entry) => [
            say(sentence(`programme.kind.${entry.kind}`, { name: entry.campaign })),
            ...entry.campaigns.map(({ cost }) => money(cost)),
            percent(worthOf(entry.worth)),
            ...(withAll ? [sayChance(words, entry.probabilityOfAll ?? 0, rough)] : []),
          ])}
        />
      </div>
    </Section>
  );
}
