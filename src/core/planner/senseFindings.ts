import type { Brief } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import type { Assumption } from "#core/forecast/assumption";
import type { Money } from "#core/money";
import { minorDigits, toMajor } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import { amount, chance, outcome } from "./amount.ts";
import { equalMoney } from "./equalMoney.ts";
import type { ComparisonEntry, PlanAssumption, PlanDocument } from "./planDocument.ts";
import type { SenseAnswers, SenseFinding } from "./senseDocument.ts";
import { standInPlatform, typicalFollowers } from "./standIn.ts";

type LabelledFigure = SenseFinding["figures"][number];

/** Each thing that speaks for or against, as a sentence with the numbers behind it. */
export function senseFindings(
  plan: PlanDocument,
  answers: SenseAnswers,
  brief: Brief,
  reference: Reference,
  figures: readonly Assumption[],
): readonly SenseFinding[] {
  const findings = [
    oneOrMany(plan, brief),
    economics(plan, answers, brief),
    goal(plan, brief),
    published(plan, brief, reference, figures),
    time(plan, brief),
    ...circumstances(plan, answers),
    certainty(plan),
  ];
  return findings.filter((finding): finding is SenseFinding => finding !== null);
}

function oneOrMany(plan: PlanDocument, brief: Brief): SenseFinding | null {
  const one = entry(plan, "one-large");
  const many = entry(plan, "micro-portfolio");
  if (!one || !many || one.creators + many.creators === 0) return null;
  const key = one.creators === 0 ? "oneTooDear" : one.metricP50 > many.metricP50 ? "oneBetter" : "manyBetter";
  const { metric } = brief.objective;
  const say = (value: number) => amount(metric, outcome(value, true), brief.currency);
  return {
    says: sentence(`sense.finding.${key}`, {
      one: say(one.metricP50),
      many: say(many.metricP50),
      count: many.creators,
      followers: one.followers,
    }),
    figures: [
      ...(one.creators > 0 ? [money("oneCost", one.cost), plain("onePeople", one.people, "people")] : []),
      money("manyCost", many.cost),
      plain("manyPeople", many.people, "people"),
      ...(many.breakEvenPricePerCreator ? [money("breakEven", many.breakEvenPricePerCreator)] : []),
    ],
  };
}

function economics(plan: PlanDocument, answers: SenseAnswers, brief: Brief): SenseFinding | null {
  const { forecast, totals } = plan;
  if (!forecast?.profit || answers.grossMargin === null) return null;
  const perOrderMinor = Math.round(answers.orderValue.amountMinor * answers.grossMargin);
  const orders =
    forecast.unit === "minor" ? forecast.p50 / Math.max(1, answers.orderValue.amountMinor) : forecast.p50;
  const costMinor = orders > 0 ? Math.round(totals.cost.amountMinor / orders) : null;
  return {
    says: sentence(
      costMinor !== null && costMinor <= perOrderMinor ? "sense.finding.pays" : "sense.finding.paysNot",
      {
        chance: chance(1 - forecast.profit.probabilityOfLoss),
        breakEven: amount(brief.objective.metric, forecast.profit.breakEven, brief.currency),
        likely: amount(brief.objective.metric, outcome(forecast.p50, true), brief.currency),
      },
    ),
    figures: [
      money("marginPerOrder", { amountMinor: perOrderMinor, currency: brief.currency }, "measured"),
      ...(costMinor === null
        ? []
        : [money("costPerOrder", { amountMinor: costMinor, currency: brief.currency })]),
      ...figuresOf(plan, ["visits-by-views", "orders-by-visits"]),
    ],
  };
}

function goal(plan: PlanDocument, brief: Brief): SenseFinding | null {
  const { forecast } = plan;
  const { target, metric } = brief.objective;
  if (!forecast || target === null || forecast.probabilityOfTarget === null) return null;
  const enough = forecast.budgetFor["80"];
  return {
    says: sentence(enough === null ? "sense.finding.goalOutOfReach" : "sense.finding.goal", {
      target: amount(metric, Math.ceil(target), brief.currency),
      chance: chance(forecast.probabilityOfTarget),
      budget: enough ?? plan.totals.cost,
    }),
    figures: [plain("chance", forecast.probabilityOfTarget, "probability")],
  };
}

/** What the best published field study would say of the same money, before overlap and handling. */
function published(
  plan: PlanDocument,
  brief: Brief,
  reference: Reference,
  figures: readonly Assumption[],
): SenseFinding | null {
  const one = entry(plan, "one-large");
  const many = entry(plan, "micro-portfolio");
  const rates = figures.filter((row) => row.key === "revenue-by-followers");
  const small = rates.find((row) => row.scope["size"] === "under10k");
  const large = rates.find((row) => row.scope["size"] === "100k-1M");
  if (!one || !many || one.creators === 0 || many.creators === 0 || !small || !large) return null;
  const followersEach = typicalFollowers("small", standInPlatform(brief, null), brief, reference);
  const { breakEvenFollowersEach } = equalMoney(
    { count: many.creators, priceEach: toMajor(many.cost) / many.creators, followersEach },
    { count: 1, priceEach: toMajor(one.cost), followersEach: one.followers },
    { small: small.value, large: large.value },
  );
  return {
    says: sentence("sense.finding.published", {
      count: many.creators,
      followers: one.followers,
      each: Math.round(breakEvenFollowersEach),
      usual: followersEach,
    }),
    figures: [assumed(small), assumed(large)],
  };
}

function time(plan: PlanDocument, brief: Brief): SenseFinding {
  return {
    says: sentence("sense.finding.hours", {
      hours: plan.totals.hours,
      cost: plan.totals.handling,
    }),
    figures: [plain("hours", plan.totals.hours, "hours"), money("hourlyRate", brief.handling.hourlyRate)],
  };
}

function circumstances(plan: PlanDocument, answers: SenseAnswers): readonly SenseFinding[] {
  const row = (key: string, scope: Readonly<Record<string, string>>) =>
    plan.assumptions.find(
      (one) => one.key === key && Object.entries(scope).every(([k, v]) => one.scope[k] === v),
    );
  const say = (key: string, found: PlanAssumption | undefined): readonly SenseFinding[] =>
    found
      ? [{ says: sentence(`sense.finding.${key}`, { factor: found.value }), figures: [assumed(found)] }]
      : [];
  return [
    ...(answers.purchase === "considered"
      ? say("considered", row("purchase-kind-response", { purchase: "considered" }))
      : []),
    ...(answers.newToMarket ? say("newToMarket", row("new-brand-response", {})) : []),
    ...(answers.area === "local" ? say("local", row("home-city-share", {})) : []),
  ];
}

function certainty(plan: PlanDocument): SenseFinding | null {
  if (!plan.forecast) return null;
  const keys = plan.topAssumptions.map((top) => top.key.replace(/ \(.*$/, ""));
  return {
    says: sentence("sense.finding.certainty", { share: plan.forecast.assumedVarianceShare }),
    figures: figuresOf(plan, keys),
  };
}

function entry(plan: PlanDocument, kind: ComparisonEntry["kind"]): ComparisonEntry | undefined {
  return plan.comparison.find((candidate) => candidate.kind === kind);
}

function figuresOf(plan: PlanDocument, keys: readonly string[]): readonly LabelledFigure[] {
  return keys.flatMap((key) => plan.assumptions.find((row) => row.key === key) ?? []).map(assumed);
}

function assumed(row: Assumption): LabelledFigure {
  return {
    ...{ value: row.value, unit: row.unit, denominator: row.denominator },
    label: sentence("sense.label.assumption", { key: row.key }),
    provenance: { method: "assumed", source: row.source, observedOn: `${row.year}-01-01`, trust: row.trust },
  };
}

function plain(label: string, value: number, unit: string): LabelledFigure {
  return {
    ...{ value, unit, denominator: null, label: labelOf(label) },
    provenance: { method: "estimated", source: "forecast", observedOn: null, trust: "C" },
  };
}

function money(label: string, value: Money, method: "estimated" | "measured" = "estimated"): LabelledFigure {
  return {
    value: value.amountMinor / 10 ** minorDigits(value.currency),
    ...{ unit: value.currency, denominator: null, label: labelOf(label) },
    provenance: {
      method,
      source: method === "measured" ? "your answers" : "forecast",
      observedOn: null,
      trust: method === "measured" ? null : "C",
    },
  };
}

function labelOf(label: string): Sentence {
  return sentence(`sense.label.${label}`);
}
