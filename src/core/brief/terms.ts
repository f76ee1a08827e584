import type { BriefDefaults, Reference } from "#core/catalog/reference";
import { convert } from "#core/fx";
import { type Currency, type Money, toMajor } from "#core/money";
import { sentence } from "#core/sentence";
import { type Brief, type Metric, SALES_METRICS, TAILS } from "./brief.ts";
import type { BriefReading, Section } from "./briefReading.ts";

/** A week of hours for one creator is beyond any campaign. */
const HOURS_MAX = 168;

/** What a brief gives creators besides the fee: the product and its delivery. Nothing, where nobody said. */
export function readGift(reading: BriefReading, document: Section, currency: Currency): Brief["gift"] {
  const section = reading.section(document["gift"], "gift", ["value", "shipping"]);
  const none = { amountMinor: 0, currency };
  const part = (key: "value" | "shipping") =>
    reading.amount(section[key], `gift.${key}`, currency) ??
    reading.assume(
      `gift.${key}`,
      none,
      0,
      sentence(`brief.default.gift${key === "value" ? "Value" : "Shipping"}`),
    );
  return { value: part("value"), shipping: part("shipping") };
}

/** Management time: it costs money whoever does it, and is inside the budget unless the brief says no. */
export function readHandling(
  reading: BriefReading,
  document: Section,
  market: string,
  currency: Currency,
  reference: Reference,
): Brief["handling"] {
  const keys = ["hoursPerCreator", "hourlyRate", "inBudget"];
  const section = reading.section(document["handling"], "handling", keys);
  const { briefDefaults, fx } = reference;
  const hours = briefDefaults.hoursPerCreator;
  const rate = forMarket(briefDefaults.hourlyRates, market, currency, fx);
  return {
    hoursPerCreator:
      reading.number(section["hoursPerCreator"], "handling.hoursPerCreator", HOURS_MAX) ??
      reading.assume("handling.hoursPerCreator", hours, hours, sentence("brief.default.hours", { hours })),
    hourlyRate:
      reading.amount(section["hourlyRate"], "handling.hourlyRate", currency) ??
      reading.assume(
        "handling.hourlyRate",
        rate,
        toMajor(rate),
        sentence("brief.default.hourlyRate", { rate, market }),
      ),
    inBudget:
      reading.flag(section["inBudget"], "handling.inBudget") ??
      reading.assume("handling.inBudget", true, true, sentence("brief.default.inBudget")),
  };
}

/** What an order is worth. Only sales metrics need a value; without a margin no profit is spoken of. */
export function readOrder(
  reading: BriefReading,
  document: Section,
  metric: Metric | null,
  market: string,
  currency: Currency,
  reference: Reference,
): Brief["order"] {
  const section = reading.section(document["order"], "order", ["value", "grossMargin", "conversionRate"]);
  const given = reading.amount(section["value"], "order.value", currency);
  if (given?.amountMinor === 0) reading.refuse("order.value", sentence("brief.rule.aboveZero"), 0);
  const isSale = metric !== null && SALES_METRICS.includes(metric);
  const conversionRate = reading.share(section["conversionRate"], "order.conversionRate");
  if (isSale && conversionRate === null)
    reading.assume("order.conversionRate", null, null, sentence("brief.default.conversionRate"));
  return {
    value: given ?? (isSale ? assumedOrderValue(reading, market, currency, reference) : null),
    grossMargin: reading.share(section["grossMargin"], "order.grossMargin"),
    conversionRate,
  };
}

function assumedOrderValue(
  reading: BriefReading,
  market: string,
  currency: Currency,
  { briefDefaults, fx }: Reference,
): Money {
  const value = forMarket(briefDefaults.orderValues, market, currency, fx);
  return reading.assume(
    "order.value",
    value,
    toMajor(value),
    sentence("brief.default.orderValue", { value, market }),
  );
}

export function readRisk(reading: BriefReading, document: Section): Brief["risk"] {
  const section = reading.section(document["risk"], "risk", ["confidence", "tail"]);
  const at = "risk.confidence";
  const confidence = reading.share(section["confidence"], at);
  if (confidence === 0 || confidence === 1) reading.refuse(at, sentence("brief.rule.confidence"), confidence);
  return {
    confidence: confidence ?? reading.assume(at, 0.8, 0.8, sentence("brief.default.confidence")),
    tail: readTail(reading, section["tail"]),
  };
}

function readTail(reading: BriefReading, value: unknown): Brief["risk"]["tail"] {
  const at = "risk.tail";
  const share = reading.share(value, at);
  const known = TAILS.find((tail) => tail === share) ?? null;
  if (share === null) reading.assume(at, null, null, sentence("brief.default.tail"));
  else if (known === null)
    reading.refuse(at, sentence("brief.rule.tail", { known: TAILS.join(", ") }), value);
  return known;
}

function forMarket(
  rows: BriefDefaults["hourlyRates"],
  market: string,
  currency: Currency,
  fx: Reference["fx"],
): Money {
  const row = rows.find((one) => one.market === market) ?? rows.find((one) => one.market === null);
  if (!row) throw new Error("data/brief has no row for all markets");
  return convert(row.money, currency, fx).money;
}
