import { type Sentence, sentence } from "#core/sentence";
import { amount, chance, plainAmount, spoken } from "../amount.ts";
import { conflictWords } from "../conflictWords.ts";
import type { ProgrammeParts } from "./describeProgramme.ts";
import type { ProgrammeCampaignResult, ProgrammeDocument, SplitEntry } from "./programmeDocument.ts";
import { OPEN_SHARES } from "./programmeInstance.ts";
import type { Scales } from "./scales.ts";

/** Beyond this multiple of its target a campaign's money may do more elsewhere: the value counts every result alike. */
const OVERSERVED_FROM = 1.25;
/** Shares of people whom two campaigns reach that are worth a word. */
const OVERLAP_FROM = 0.25;
/** A difference of the combined result below this is none. */
const SAME_WITHIN = 0.001;

export function headOf(
  totals: ProgrammeDocument["totals"],
  campaigns: readonly ProgrammeCampaignResult[],
  probabilityOfAll: number | null,
  people: number,
): Sentence {
  const rough = campaigns.some(({ plan }) => plan?.forecast?.rough ?? false);
  const values = {
    rough: rough ? [sentence("plan.head.rough")] : [],
    cost: totals.cost,
    hours: Math.round(totals.hours),
    creators: totals.creators,
    campaigns: campaigns.length,
    shares: campaigns.map(({ name, budget }) => sentence("programme.head.share", { name, budget })),
    people: spoken(people, rough),
  };
  return probabilityOfAll === null
    ? sentence("programme.head.open", values)
    : sentence("programme.head.targets", { ...values, chance: chance(probabilityOfAll) });
}

export function ruleWords({ rule }: Scales): Sentence {
  return sentence(`programme.scale.${rule}`);
}

/** What the found split gains on equal shares, or on the best of the rest where nobody could share equally. */
export function comparisonWords(comparison: readonly SplitEntry[], { rule }: Scales): Sentence | null {
  const found = comparison.find(({ kind }) => kind === "found");
  const equal = comparison.find(({ kind }) => kind === "equal");
  if (!found || !equal || equal.worth <= 0) return null;
  const gain = found.worth / equal.worth - 1;
  const chances =
    found.probabilityOfAll === null || equal.probabilityOfAll === null
      ? []
      : [
          sentence("programme.compare.chances", {
            found: found.probabilityOfAll,
            equal: equal.probabilityOfAll,
          }),
        ];
  const key = gain > SAME_WITHIN ? "gains" : gain < -SAME_WITHIN ? "costs" : "same";
  return sentence(`programme.compare.${key}`, {
    share: Math.abs(gain),
    chances,
    of: [sentence(`programme.compare.of.${rule === "targets" ? "targets" : "results"}`)],
  });
}

export function warningsOf(
  campaigns: readonly ProgrammeCampaignResult[],
  { input, models, solution }: ProgrammeParts,
): readonly Sentence[] {
  const { programme } = input;
  const nothing = campaigns.filter(({ plan }) => plan === null);
  const short = campaigns.filter(({ mean, target }) => target !== null && mean < target);
  const over = campaigns.filter(
    ({ mean, target, fixed }) => target !== null && !fixed && mean > OVERSERVED_FROM * target,
  );
  return [
    ...programme.warnings,
    ...programme.campaigns.flatMap(({ name, fx }) =>
      fx.length > 0 ? [sentence("programme.warn.converted", { name, currency: programme.currency })] : [],
    ),
    ...nothing.map(({ name }) => sentence("programme.warn.nothing", { name })),
    ...(short.length > 0
      ? over.map(({ name, metric, mean, target }) =>
          sentence("programme.warn.overserved", {
            name,
            mean: amount(metric, spoken(mean, true), programme.currency),
            target: plainAmount(metric, target ?? 0, programme.currency),
            short: short.map((campaign) => campaign.name).join(", "),
          }),
        )
      : []),
    ...(solution.gap !== null && solution.gap > OVERLAP_FROM
      ? [sentence("programme.warn.gap", { gap: solution.gap })]
      : []),
    ...unknownSizes(models),
  ];
}

function unknownSizes(models: ProgrammeParts["models"]): readonly Sentence[] {
  const count = models.reduce((most, { unknownSize }) => Math.max(most, unknownSize), 0);
  return count > 0 ? [sentence("plan.warn.unknownSize", { count })] : [];
}

/** Rows of an infeasible programme, each with the campaign it belongs to. */
export function conflictOf({ input, models, solution }: ProgrammeParts): readonly Sentence[] {
  const { programme, creators, reference } = input;
  return (solution.conflict ?? []).map((row) => {
    if (row === OPEN_SHARES) return sentence("programme.conflict.open");
    const share = /^campaign:(\d+)$/.exec(row);
    const own = /^(\d+):(.*)$/s.exec(row);
    const c = Number((share ?? own)?.[1] ?? 1) - 1;
    const { name, fixed } = programme.campaigns[c]!;
    if (share) return sentence("programme.conflict.share", { name, budget: fixed ?? programme.budget });
    const rule = conflictWords([own?.[2] ?? row], models[c]!.brief, programme.budget, creators, reference);
    return own ? sentence("programme.conflict.of", { name, rule }) : rule[0]!;
  });
}
