import { spoken } from "#core/planner/amount";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import { sentence } from "#core/sentence";
import { Figure } from "../figures/Figure.tsx";
import { Section } from "../plans/Section.tsx";
import { sayPoint } from "../plans/sayMetric.ts";
import { useWords } from "../words/words.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";

/** People of all campaigns, each counted once, and whom two of them share. */
export function SharedReachSection({ programme, rough }: { programme: ProgrammeDocument; rough: boolean }) {
  const words = useWords();
  const { t, say } = words;
  const word = useProgrammeWord();
  const { reach, serving, mayServe, currency } = programme;
  if (reach === null) return null;
  const people = (value: number) => sayPoint(words, { unit: "people", rough }, currency, value);
  const rows = [
    ["union", "unionWhy", reach.people],
    ["sum", "reachOfOne", reach.sum],
    ...(reach.incidental >= 1 ? [["incidental", "incidentalWhy", reach.incidental] as const] : []),
  ] as const;
  const says = [
    ...reach.pairs.map(({ campaigns: [a, b], people: both, share }) =>
      sentence("programme.text.pair", { a, b, people: spoken(both, rough), share }),
    ),
    ...serving.map(({ creatorName, campaigns }) =>
      sentence("programme.text.serving", { creator: creatorName, campaigns }),
    ),
    ...(mayServe === "one" ? [sentence("programme.text.servesOne")] : []),
  ];
  return (
    <Section title={t("plan.sections.reach")}>
      <dl className="facts">
        {rows.map(([key, why, value]) => (
          <div key={key}>
            <dt>{word(key)}</dt>
            <dd>
              <Figure origin={{ says: word(why) }}>{people(value)}</Figure>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="says">
        {says.map((each) => (
          <li key={say(each)}>{say(each)}</li>
        ))}
      </ul>
    </Section>
  );
}
