import { plainAmount, spoken } from "#core/planner/amount";
import type { ProgrammeDocument, SplitEntry } from "#core/planner/programme/programmeDocument";
import { type Sentence, sentence } from "#core/sentence";
import { say } from "#i18n/say";
import type { Names } from "./names.ts";
import { lineTable } from "./planText.ts";
import { textTable } from "./textTable.ts";
import { wrap } from "./wrap.ts";

const en = (words: Sentence) => say("en", words);
const word = (key: string, values: Sentence["values"] = {}) => en(sentence(`programme.text.${key}`, values));
const plain = (key: string, value: Sentence["values"][string]) => en(sentence(`plan.text.${key}`, { value }));

/** A programme for the terminal: the sentence for a boss, how the money is shared, who is booked, and what else it could do. */
export function programmeText(
  programme: ProgrammeDocument,
  names: Names,
  columns: number,
): readonly string[] {
  const wrapped = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, columns));
  const blocks = [
    wrapped([en(programme.head)]),
    shareTable(programme, columns),
    ...programme.campaigns.map(({ name, plan }) =>
      plan === null
        ? [`${word("lines", { name })}: ${word("nobody")}`]
        : [word("lines", { name }), ...lineTable(plan, names, columns)],
    ),
    wrapped(reachOf(programme)),
    splitTable(programme, columns),
    wrapped([...(programme.status === "ok" ? [en(programme.rule.says)] : []), ...certificateOf(programme)]),
    wrapped(programme.warnings.map((warning) => `! ${en(warning)}`)),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block) => ["", ...block]);
}

function shareTable({ campaigns, currency }: ProgrammeDocument, columns: number): readonly string[] {
  if (campaigns.length === 0) return [];
  const keys = ["campaign", "money", "share", "creators", "likely", "chance", "people"];
  const rows = campaigns.map((campaign) => [
    campaign.name,
    plain("money", campaign.budget),
    `${plain("percent", campaign.share)} ${word(campaign.fixed ? "fixed" : "found")}`,
    plain("number", campaign.creators),
    plainAmount(campaign.metric, spoken(campaign.mean, false), currency).map(en).join(""),
    campaign.probabilityOfTarget === null ? "–" : plain("percent", campaign.probabilityOfTarget),
    plain("number", spoken(campaign.reach, false)),
  ]);
  return textTable([keys.map((key) => word(key)), ...rows], { columnsMax: columns });
}

function reachOf({ reach, serving, mayServe }: ProgrammeDocument): readonly string[] {
  if (reach === null) return [];
  const people = (value: number) => spoken(value, false);
  return [
    word("reach", { people: people(reach.people), sum: people(reach.sum) }),
    ...(reach.incidental >= 1 ? [word("incidental", { people: people(reach.incidental) })] : []),
    ...reach.pairs.map(({ campaigns: [a, b], people: both, share }) =>
      word("pair", { a, b, people: people(both), share }),
    ),
    ...serving.map(({ creatorName, campaigns }) => word("serving", { creator: creatorName, campaigns })),
    ...(mayServe === "one" ? [word("servesOne")] : []),
  ];
}

function splitTable(
  { comparison, comparisonSays, campaigns, rule }: ProgrammeDocument,
  columns: number,
): readonly string[] {
  if (comparison.length === 0) return [];
  const [best] = comparison;
  const header = [
    word("split"),
    ...campaigns.map(({ name }) => name),
    word(rule.kind === "targets" ? "worth" : "value"),
    ...(best?.probabilityOfAll == null ? [] : [word("all")]),
  ];
  const rows = comparison.map((entry) => [
    splitName(entry),
    ...entry.campaigns.map(({ cost }) => plain("money", cost)),
    plain(
      "percent",
      rule.kind === "targets" ? entry.worth : best && best.worth > 0 ? entry.worth / best.worth : 0,
    ),
    ...(entry.probabilityOfAll === null ? [] : [plain("percent", entry.probabilityOfAll)]),
  ]);
  const says = comparisonSays === null ? [] : wrap(en(comparisonSays), columns);
  return [...textTable([header, ...rows], { columnsMax: columns }), ...says];
}

function splitName({ kind, campaign }: SplitEntry): string {
  return en(sentence(`programme.kind.${kind}`, { name: campaign }));
}

function certificateOf({ certificate: { gap }, passes, seed }: ProgrammeDocument): readonly string[] {
  if (gap === null) return [];
  return [
    gap <= 1e-6 ? word("certificateProven", { passes, seed }) : word("certificate", { gap, passes, seed }),
  ];
}
