import { plainAmount, spoken } from "#core/planner/amount";
import type { PlanDocument } from "#core/planner/planDocument";
import { type Sentence, sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { textTable } from "./textTable.ts";

const LINES_MAX = 40;
const en = (words: Sentence) => say("en", words);
const word = (key: string, values: Sentence["values"] = {}) => en(sentence(`plan.text.${key}`, values));

/** A plan for the terminal: what a boss reads first, then the lines, the alternatives and what it rests on. */
export function planText(plan: PlanDocument): readonly string[] {
  const blocks = [
    [en(plan.head), ...(plan.badCase ? [en(plan.badCase)] : [])],
    linesOf(plan),
    comparisonText(plan),
    groundsOf(plan),
    plan.warnings.map((warning) => `! ${en(warning)}`),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block) => ["", ...block]);
}

function linesOf(plan: PlanDocument): readonly string[] {
  if (plan.lines.length === 0) return [];
  const forecast = plan.forecast;
  const header = ["creator", "deliverable", "cost", "hours", "adds", "views"].map((key) => word(key));
  const rows = plan.lines
    .slice(0, LINES_MAX)
    .map((line) => [
      `${line.creatorName} (${line.platform})`,
      `${line.count} × ${line.deliverable}`,
      word("money", { value: line.cost }),
      word("number", { value: line.hours }),
      value(plan, line.marginalValue),
      word("views_number", { value: spoken(line.expectedViews.mean, false) }),
    ]);
  const more = plan.lines.length - LINES_MAX;
  return [
    ...textTable([header, ...rows]),
    ...(more > 0 ? [word("more", { count: more })] : []),
    word("total", { cost: plan.totals.cost, hours: plan.totals.hours, creators: plan.totals.creators }),
    ...(forecast ? [budgetText(plan)] : []),
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
export function comparisonText(plan: PlanDocument): readonly string[] {
  if (plan.comparison.length === 0) return [];
  const header = ["", "creators", "cost", "people", "result", "chance", "hours"].map((key) =>
    key === "" ? "" : word(key),
  );
  const rows = plan.comparison.map((entry) => [
    word(`kind.${entry.kind}`) + (entry.standIn ? ` ${word("standIn")}` : ""),
    word("number", { value: entry.creators }),
    word("money", { value: entry.cost }),
    word("number", { value: spoken(entry.people, false) }),
    value(plan, entry.metricMean),
    entry.probabilityOfTarget === null ? "–" : word("percent", { value: entry.probabilityOfTarget }),
    word("number", { value: entry.hours }),
  ]);
  return [...textTable([header, ...rows]), ...plan.comparison.map((entry) => `· ${en(entry.sentence)}`)];
}

function groundsOf(plan: PlanDocument): readonly string[] {
  const { certificate } = plan;
  const own = plan.assumptions.filter((row) => row.replacedValue !== null);
  const shares = plan.totals.forecastShares;
  return [
    ...(certificate.gap === null
      ? []
      : [word("certificate", { gap: certificate.gap, passes: plan.passes, seed: plan.seed })]),
    ...(plan.lines.length === 0
      ? []
      : [
          word("shares", {
            measured: shares.measured / 10_000,
            estimated: shares.estimated / 10_000,
            assumed: shares.assumed / 10_000,
          }),
        ]),
    ...plan.topAssumptions.map((top) => word("top", { key: top.key, share: top.varianceShare })),
    ...own.map((row) => word("own", { key: row.key, value: row.value, from: row.replacedValue })),
    word("assumptions", { count: plan.assumptions.length, defaults: plan.briefDefaults.length }),
  ];
}

function value(plan: PlanDocument, amount: number): string {
  const metric = plan.forecast?.metric;
  return metric === undefined
    ? "–"
    : plainAmount(metric, spoken(amount, plan.forecast?.rough ?? false), plan.currency)
        .map(en)
        .join("");
}
