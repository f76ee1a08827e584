import { parse, stringify } from "yaml";
import type { METRICS } from "#core/brief/brief";
import { fromMajor, type Money, minorDigits, toMajor } from "#core/money";
import { addDays } from "#core/period";
import type { SenseAnswers } from "#core/planner/senseDocument";
import type { Language } from "#i18n/messages";
import type { KnownReference } from "../doors/reference.ts";

/** The questions as they stand on the page: amounts in major units, empty where nothing is said. */
export interface SenseDraft {
  readonly category: string;
  readonly market: string;
  readonly currency: string;
  readonly orderValue: number | null;
  readonly marginPercent: number | null;
  readonly purchase: SenseAnswers["purchase"];
  readonly area: SenseAnswers["area"];
  readonly newToMarket: boolean;
  readonly budget: number | null;
  readonly metric: (typeof METRICS)[number];
  readonly target: number | null;
}

const HOME: Readonly<Record<Language, readonly [market: string, currency: string]>> = {
  en: ["GB", "GBP"],
  "zh-CN": ["CN", "CNY"],
  "zh-TW": ["HK", "HKD"],
};

// What is bought after thought: a trip, a course, a bottle as a gift; a noodle bowl is not.
const CONSIDERED: readonly string[] = ["wine", "travel", "education"];

export function emptyDraft(language: Language): SenseDraft {
  const [market, currency] = HOME[language];
  return {
    category: "",
    market,
    currency,
    orderValue: null,
    marginPercent: null,
    purchase: "impulse",
    area: "national",
    newToMarket: true,
    budget: null,
    metric: "orders",
    target: null,
  };
}

/** A starting template as answers; what its brief leaves open stays open, but for the market's usual order value. */
export function draftOf(
  template: KnownReference["templates"][number],
  reference: KnownReference,
): SenseDraft {
  const brief = parse(template.text) as {
    market: string;
    currency: string;
    topics: string[];
    budget?: number;
    objective: { metric: SenseDraft["metric"]; target?: number };
    order?: { value?: number; grossMargin?: number };
  };
  const usual = reference.briefDefaults.orderValues.find((row) => row.market === brief.market);
  const margin = brief.order?.grossMargin;
  return {
    category: brief.topics[0] ?? template.name,
    market: brief.market,
    currency: brief.currency,
    orderValue:
      brief.order?.value ?? (usual?.money.currency === brief.currency ? toMajor(usual.money) : null),
    marginPercent: margin === undefined ? null : Math.round(margin * 100),
    purchase: CONSIDERED.includes(template.name) ? "considered" : "impulse",
    area: "national",
    newToMarket: true,
    budget: brief.budget ?? null,
    metric: brief.objective.metric,
    target: brief.objective.target ?? null,
  };
}

/** The answers as they are sent; null while a needed one is missing. */
export function answersOf(draft: SenseDraft): SenseAnswers | null {
  const { category, market, currency, purchase, area, newToMarket, metric, target } = draft;
  if (category === "" || draft.orderValue === null || (draft.budget === null && target === null)) return null;
  return {
    ...{ category, market, currency, purchase, area, newToMarket },
    orderValue: moneyOf(draft.orderValue, currency),
    grossMargin: draft.marginPercent === null ? null : draft.marginPercent / 100,
    budget: draft.budget === null ? null : moneyOf(draft.budget, currency),
    goal: target === null ? null : { metric, target },
  };
}

/** The same answers as the start of a brief. */
export function briefOf(draft: SenseDraft, today: string): string {
  return stringify({
    market: draft.market,
    currency: draft.currency,
    topics: [draft.category],
    objective: {
      metric: draft.metric,
      ...(draft.target === null ? {} : { target: draft.target }),
      by: addDays(today, 90),
    },
    ...(draft.budget === null ? {} : { budget: draft.budget }),
    ...(draft.orderValue === null
      ? {}
      : {
          order: {
            value: draft.orderValue,
            ...(draft.marginPercent === null ? {} : { grossMargin: draft.marginPercent / 100 }),
          },
        }),
  });
}

function moneyOf(major: number, currency: string): Money {
  return fromMajor(major.toFixed(minorDigits(currency)), currency, "amount");
}
