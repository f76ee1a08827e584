import { plainAmount, spoken } from "#core/planner/amount";
import type { PlanDocument } from "#core/planner/planDocument";
import { type Sentence, sentence } from "#core/sentence";
import { say } from "#i18n/say";
import type { Names } from "./names.ts";
import { textTable } from "./textTable.ts";
import { wrap } from "./wrap.ts";

const LINES_MAX = 40;
const en = (words: Sentence) => say("en", words);
const word = (key: string, values: Sentence["values"] = {}) => en(sentence(`plan.text.${key}`, values));

/** A plan for the terminal: what a boss reads first, then the lines, the alternatives and what it rests on. */
export function planText(plan: PlanDocument, names: Names, columns: number): readonly string[] {
  const wrapped = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, columns));
  const blocks = [
    wrapped([en(plan.head), ...(plan.badCase ? [en(plan.badCase)] : [])]),
    lineTable(plan, names, columns),
    wrapped(summaryOf(plan)),
    comparisonText(plan, columns),
    wrapped(groundsOf(plan, names)),
    wrapped(plan.warnings.map((warning) => `! ${en(warning)}`)),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block) => ["", ...block]);
}

function lineTable(plan: PlanDocument, names: Names, columns: number): readonly string[] {
  const [first] = plan.lines;
  if (first === undefined) return [];
  const onePlatform = plan.lines.every((line) => line.platform === first.platform);
  const on = (creator: string, platform: string) =>
    word("creatorOn", { creator, platform: names.platform(platform) });
  const [creator = "", ...others] = ["creator", "deliverable", "cost", "adds", "views"].map((key) =>
    word(key),
  );
  const header = [onePlatform ? on(creator, first.platform) : creator, ...others];
  const rows = plan.lines
    .slice(0, LINES_MAX)
    .map((line) => [
      onePlatform ? line.creatorName : on(line.creatorName, line.platform),
      `${line.count} × ${names.deliverable(line.platform, line.deliverable)}`,
      word("money", { value: line.cost }),
      value(plan, line.marginalValue),
      word("views_number", { value: spoken(line.expectedViews.mean, false) }),
    ]);
  const more = plan.lines.length - LINES_MAX;
  return [
    ...textTable([header, ...rows], { left: 2, columnsMax: columns }),
    ...(more > 0 ? [word("more", { count: more })] : []),
  ];
}

function summaryOf(plan: PlanDocument): readonly string[] {
  if (plan.lines.length === 0) return [];
  return [
    word("total", { cost: plan.totals.cost, hours: plan.totals.hours, creators: plan.totals.creators }),
    ...(plan.forecast ? [budgetText(plan)] : []),
    word("invitations", {
      posts: plan.invitations.posts,
      confidence: plan.invitations.confidence,
      count: plan.invitations.betaBinomial,
    }),
  ];
}

function budgetText(plan: PlanDocument): string {
  const known = Object.entries(plan.forecast?.budgetFor ?? {}).map(([chance, budget]) =>
    budget === null
      ? sentence("plan.text.budgetForNone", { chance: Number(chance) / 100 })
      : sentence("plan.text.budgetFor", { chance: Number(chance) / 100, budget }),
  );
  return plan.forecast?.probabilityOfTarget === null
    ? word("targetFor", {
        cautious: plainAmount(plan.forecast.metric, plan.forecast.targetFor?.["80"] ?? 0, plan.currency),
        even: plainAmount(plan.forecast.metric, plan.forecast.targetFor?.["50"] ?? 0, plan.currency),
        bold: plainAmount(plan.forecast.metric, plan.forecast.targetFor?.["20"] ?? 0, plan.currency),
      })
    : word("budgets", { list: known });
}

/** The alternatives at equal money, one a row, each with its sentence below. */
export function comparisonText(plan: PlanDocument, columns: number): readonly string[] {
  if (plan.comparison.length === 0) return [];
  const header = ["", "creators", "cost", "people", "result", "chance", "hours"].map((key) =>
    key === "" ? "" : word(key),
  );
  const rows = plan.comparison.map((entry) => [
    word(`kind.${entry.kind}`) + (entry.standIn ? " *" : ""),
    word("number", { value: entry.creators }),
    word("money", { value: entry.cost }),
    word("number", { value: spoken(entry.people, false) }),
    value(plan, entry.metricMean),
    entry.probabilityOfTarget === null ? "–" : word("percent", { value: entry.probabilityOfTarget }),
    word("number", { value: entry.hours }),
  ]);
  const standsIn = plan.comparison.some((entry) => entry.standIn);
  const prose = [
    ...(standsIn ? [word("standIn")] : []),
    ...plan.comparison.map((entry) => `· ${en(entry.sentence)}`),
  ];
  return [
    ...textTable([header, ...rows], { columnsMax: columns }),
    ...prose.flatMap((line) => wrap(line, columns)),
  ];
}

function groundsOf(plan: PlanDocument, names: Names): readonly string[] {
  const { certificate } = plan;
  const own = plan.assumptions.filter((row) => row.replacedValue !== null);
  const top = plan.topAssumptions.map(({ key, varianceShare }) =>
    sentence("plan.text.topShare", { name: names.assumption(key), share: varianceShare }),
  );
  const shares = plan.totals.forecastShares;
  return [
    ...(certificate.gap === null ? [] : [certificateText(certificate.gap, plan)]),
    ...(plan.lines.length === 0
      ? []
      : [
          word("shares", {
            measured: shares.measured / 10_000,
            estimated: shares.estimated / 10_000,
            assumed: shares.assumed / 10_000,
          }),
        ]),
    ...(top.length > 0 ? [word("top", { list: top })] : []),
    ...own.map((row) =>
      word("own", { name: names.assumption(row.key), value: row.value, from: row.replacedValue }),
    ),
    word("assumptions", { count: plan.assumptions.length, defaults: plan.briefDefaults.length }),
  ];
}

// As the verifier of DOORS has it: a gap of at most a millionth counts as none.
const GAP_NONE = 1e-6;
const GAP_SHOWN_MIN = 0.001;

function certificateText(gap: number, { passes, seed }: PlanDocument): string {
  if (gap <= GAP_NONE) return word("certificateProven", { passes, seed });
  return word("certificate", { gap: Math.max(gap, GAP_SHOWN_MIN), passes, seed });
}

function value(plan: PlanDocument, amount: number): string {
  const metric = plan.forecast?.metric;
  return metric === undefined
    ? "–"
    : plainAmount(metric, spoken(amount, plan.forecast?.rough ?? false), plan.currency)
        .map(en)
        .join("");
}
