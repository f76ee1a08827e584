import { amount, outcome, plainAmount, spoken } from "#core/planner/amount";
import type { PlanChanges } from "#core/planner/planChanges";
import type { Forecast, PlanDocument } from "#core/planner/planDocument";
import { type Sentence, sentence } from "#core/sentence";
import { say } from "#i18n/say";
import type { Names } from "./names.ts";
import { textTable } from "./textTable.ts";
import { wrap } from "./wrap.ts";

const LINES_MAX = 40;
const NAMES_MAX = 12;
const en = (words: Sentence) => say("en", words);
const word = (key: string, values: Sentence["values"] = {}) => en(sentence(`plan.text.${key}`, values));

/** A plan for the terminal: what a boss reads first, then the lines, the alternatives and what it rests on. */
export function planText(plan: PlanDocument, names: Names, columns: number): readonly string[] {
  const wrapped = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, columns));
  const blocks = [
    wrapped([
      en(plan.head),
      ...(plan.badCase ? [en(plan.badCase)] : []),
      ...(plan.risk?.says ?? []).map(en),
      ...(plan.list ? [en(plan.list.says)] : []),
    ]),
    shapeText(plan, names, columns),
    lineTable(plan, names, columns),
    wrapped(summaryOf(plan)),
    wrapped(calendarText(plan)),
    comparisonText(plan, columns),
    wrapped(groundsOf(plan, names)),
    wrapped(plan.warnings.map((warning) => `! ${en(warning)}`)),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block) => ["", ...block]);
}

/** Places without a name, those of a kind together. */
function shapeText({ shape }: PlanDocument, names: Names, columns: number): readonly string[] {
  if (shape === null) return [];
  const header = ["slots", "deliverable", "cost", "fee", "views"].map((key) => word(key));
  const rows = shape.kinds.map(({ says, slot, deliverable, posts, cost, price, views }) => [
    en(says),
    names.booked(slot.platform, deliverable, posts),
    word("money", { value: cost }),
    word("moneyRange", price),
    word("viewsRange", { low: spoken(views.low, true), high: spoken(views.high, true) }),
  ]);
  return [
    ...shape.says.map(en).flatMap((line) => wrap(line, columns)),
    "",
    ...textTable([header, ...rows], { left: 2, columnsMax: columns }),
  ];
}

/** What a plan has otherwise than an earlier one. */
export function changesText(file: string, { says }: PlanChanges, columns: number): readonly string[] {
  const lines = [word("since", { file }), ...says.map((words) => `· ${en(words)}`)];
  return ["", ...lines.flatMap((line) => wrap(line, columns))];
}

export function lineTable(plan: PlanDocument, names: Names, columns: number): readonly string[] {
  const named = plan.lines.filter(({ slot }) => slot === null);
  const [first] = named;
  if (first === undefined) return [];
  const onePlatform = named.every((line) => line.platform === first.platform);
  const on = (creator: string, platform: string) =>
    word("creatorOn", { creator, platform: names.platform(platform) });
  const [creator = "", ...others] = ["creator", "deliverable", "cost", "adds", "views"].map((key) =>
    word(key),
  );
  const header = [onePlatform ? on(creator, first.platform) : creator, ...others];
  const rows = named
    .slice(0, LINES_MAX)
    .map((line) => [
      onePlatform ? line.creatorName : on(line.creatorName, line.platform),
      names.booked(line.platform, line.deliverable, line.count),
      word("money", { value: line.cost }),
      value(plan, line.marginalValue),
      word("views_number", { value: spoken(line.expectedViews.mean, false) }),
    ]);
  const more = named.length - LINES_MAX;
  return [
    ...textTable([header, ...rows], { left: 2, columnsMax: columns }),
    ...(more > 0 ? [word("more", { count: more })] : []),
  ];
}

function summaryOf(plan: PlanDocument): readonly string[] {
  if (plan.lines.length === 0) return [];
  return [
    ...(plan.forecast ? [totalText(plan, plan.forecast), ...overBudgetText(plan), budgetText(plan)] : []),
    ...(plan.boost?.says ?? []).map(en),
    invitationText(plan),
  ];
}

function totalText({ totals, currency }: PlanDocument, { metric, mean, p50, rough }: Forecast): string {
  return word("total", {
    cost: totals.cost,
    hours: totals.hours,
    creators: totals.creators,
    mean: amount(metric, spoken(mean, rough), currency),
    likely: amount(metric, outcome(p50, rough), currency),
  });
}

function overBudgetText({ totals, lines }: PlanDocument): readonly string[] {
  const chance = totals.probabilityOverBudget;
  if (chance === null) return [];
  const count = lines.filter(({ price }) => price.qualifier !== "eq" || price.method !== "measured").length;
  return [count === 0 ? word("overBudgetQuoted", { chance }) : word("overBudget", { chance, count })];
}

/**
 * First and last days, the peaks that touch them, and what each late line would have to shorten, lines with the same
 * change together; that the plan is late stands among the warnings.
 */
function calendarText({ calendar, lines }: PlanDocument): readonly string[] {
  if (calendar === null) return [];
  const slots = new Map(lines.map(({ item, slot }) => [item, slot]));
  const late = new Map<string, string[]>();
  for (const { item, creatorName, toKeep } of calendar.lines) {
    if (toKeep === null) continue;
    const slot = slots.get(item) ?? null;
    const change = en(toKeep.says);
    late.set(change, [...(late.get(change) ?? []), slot === null ? creatorName : en(slot.says)]);
  }
  return [
    ...calendar.says.map(en),
    ...calendar.peaks.map(({ says }) => `· ${en(says)}`),
    ...[...late].map(([change, names]) => `· ${word("lateLines", { change, names: named(names) })}`),
  ];
}

/** The first of many names, and how many more there are. */
function named(names: readonly string[]): readonly Sentence[] {
  const shown = names.slice(0, NAMES_MAX).map((name) => sentence("plan.text.name", { name }));
  const more = names.length - shown.length;
  return more > 0 ? [...shown, sentence("plan.text.moreNames", { count: more })] : shown;
}

function invitationText({ invitations }: PlanDocument): string {
  const { posts, confidence, betaBinomial, catalog, extraHours, extraCost } = invitations;
  const more = [
    ...(extraHours > 0
      ? [sentence("plan.text.inviteHours", { hours: Math.round(extraHours), cost: extraCost })]
      : []),
    ...(catalog > 0 && catalog < betaBinomial ? [sentence("plan.text.inviteFew", { catalog })] : []),
  ];
  return word("invitations", { posts, confidence, count: betaBinomial }) + more.map(en).join("");
}

function budgetText(plan: PlanDocument): string {
  const known = Object.entries(plan.forecast?.budgetFor ?? {}).map(([chance, budget]) =>
    budget === null
      ? sentence("plan.text.budgetForNone", { chance: Number(chance) / 100 })
      : sentence("plan.text.budgetFor", { chance: Number(chance) / 100, budget }),
  );
  const targets = plan.forecast?.targetFor ?? null;
  if (plan.forecast === null || targets === null) return word("budgets", { list: known });
  const { metric, rough } = plan.forecast;
  const target = (chance: keyof typeof targets) =>
    plainAmount(metric, outcome(targets[chance], rough), plan.currency);
  return word("targetFor", { cautious: target("80"), even: target("50"), bold: target("20") });
}

/** The alternatives at equal money, one a row, each with its sentence below. */
export function comparisonText(plan: PlanDocument, columns: number): readonly string[] {
  if (plan.comparison.length === 0) return [];
  const header = ["", ...["creators", "cost", "likely", "range", "chance", "hours"].map((key) => word(key))];
  const rows = plan.comparison.map((entry) => [
    word(`kind.${entry.kind}`) + (entry.standIn ? " *" : ""),
    word("number", { value: entry.creators }),
    word("money", { value: entry.cost }),
    result(plan, entry.metricP50),
    `${result(plan, entry.metricP05)}–${result(plan, entry.metricP95)}`,
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
    ...(plan.reach?.crossedOver ? [en(plan.reach.crossedOver.says)] : []),
    ...(plan.lines.length > 0 ? [learningText(plan, names)] : []),
    ...own.map((row) =>
      word("own", { name: names.assumption(row.key), value: row.value, from: row.replacedValue }),
    ),
    word("assumptions", { count: plan.assumptions.length, defaults: plan.briefDefaults.length }),
  ];
}

function learningText({ learn }: PlanDocument, names: Names): string {
  if (learn.length === 0) return word("learnNothing");
  const items = learn.map(({ creatorName, figure, says }) => {
    const creator = sentence(`plan.learn.${figure}`, { creator: creatorName });
    const name = creatorName === null ? names.assumption(figure) : en(creator);
    return sentence("plan.text.learnItem", { name, says: [says] });
  });
  return word("learnFirst", { list: items });
}

// As the verifier of DOORS has it: a gap of at most a millionth counts as none.
const GAP_NONE = 1e-6;
const GAP_SHOWN_MIN = 0.001;

function certificateText(gap: number, { passes, risk, seed }: PlanDocument): string {
  if (gap <= GAP_NONE) return word("certificateProven", { passes, seed });
  return word(risk?.differs ? "certificateTail" : "certificate", {
    gap: Math.max(gap, GAP_SHOWN_MIN),
    passes,
    seed,
  });
}

/** What a line adds at mean rates. */
function value(plan: PlanDocument, amount: number): string {
  return number(plan, spoken(amount, plan.forecast?.rough ?? false));
}

/** What the draws say. */
function result(plan: PlanDocument, amount: number): string {
  return number(plan, outcome(amount, plan.forecast?.rough ?? false));
}

function number({ forecast, currency }: PlanDocument, shown: number): string {
  return forecast === null ? "–" : plainAmount(forecast.metric, shown, currency).map(en).join("");
}
