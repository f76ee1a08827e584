import type { Reference } from "#core/catalog/reference";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import { type Currency, isCurrency, type Money } from "#core/money";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { readAudience, readTopics } from "./audience.ts";
import type { Brief } from "./brief.ts";
import { BriefReading, isAbsent, type Section } from "./briefReading.ts";
import { readDeliverables, readPlatforms, readTierPolicy } from "./channels.ts";
import { readDeals } from "./deals.ts";
import { readDates, readObjective } from "./objective.ts";
import { readCreators } from "./quotas.ts";
import { readGift, readHandling, readOrder, readRisk } from "./terms.ts";
import { readCalendar } from "./timing.ts";

/** Every key of a brief document, at its top. */
export const BRIEF_KEYS = [
  "name",
  "market",
  "currency",
  "product",
  "topics",
  "start",
  "end",
  "objective",
  "budget",
  "audience",
  "platforms",
  "deliverables",
  "tierPolicy",
  "creators",
  "competitors",
  "gift",
  "handling",
  "order",
  "risk",
  "deals",
  "calendar",
];

/**
 * Reads a brief document (DOORS, "Brief"): amounts in major units, every gap filled and recorded in `defaults`.
 * Throws bad-input with one detail for each problem: path, rule, value.
 */
export function parseBrief(document: unknown, reference: Reference, today: IsoDate): Brief {
  const reading = new BriefReading();
  const brief = read(reading, document, reference, today);
  if (reading.problems.length > 0 || brief === null) throw refusalOf(reading.problems);
  return brief;
}

function read(reading: BriefReading, document: unknown, reference: Reference, today: IsoDate): Brief | null {
  if (isAbsent(document) || document === "")
    return reading.refuse("brief", sentence("brief.rule.empty"), null);
  if (typeof document !== "object" || Array.isArray(document))
    return reading.refuse("brief", sentence("brief.rule.document"), document);
  const top = reading.section(document, "", BRIEF_KEYS);
  const market = readMarket(reading, top["market"], reference);
  const currency = readCurrency(reading, top["currency"], reference);
  const objective = readObjective(reading, top, currency, today);
  const dates = readDates(reading, top, objective?.by ?? null, today);
  const budget = readBudget(reading, top, currency);
  const product = reading.text(top["product"], "product");
  const topics = readTopics(reading, top["topics"], "topics", reference);
  if (isAbsent(top["product"]) && topics.length === 0)
    reading.refuse("product", sentence("brief.rule.requiredProduct"), null);
  const platforms = readPlatforms(reading, top["platforms"], reference);
  const known = currency ?? "EUR";
  const rest = {
    audience: readAudience(reading, top, market, reference),
    platforms,
    deliverables: readDeliverables(reading, top["deliverables"], platforms, reference),
    tierPolicy: readTierPolicy(reading, top, market, platforms, reference),
    creators: readCreators(reading, top, reference),
    competitors: reading.texts(top["competitors"], "competitors").map((entry) => entry.text),
    gift: readGift(reading, top, known),
    handling: readHandling(reading, top, market ?? "", known, reference),
    order: readOrder(reading, top, objective?.metric ?? null, market ?? "", known, reference),
    risk: readRisk(reading, top),
    deals: readDeals(reading, top, market, budget, objective?.metric ?? null, reference),
    calendar: readCalendar(reading, top),
  };
  const givenName = reading.text(top["name"], "name");
  if (market === null || currency === null || objective === null || dates === null) return null;
  const name = givenName ?? `${product ?? topics[0] ?? ""} · ${market} · ${objective.by}`;
  const { defaults, warnings } = reading;
  return {
    name,
    market,
    currency,
    product,
    topics,
    ...dates,
    objective,
    budget,
    ...rest,
    defaults,
    warnings,
  };
}

function readMarket(reading: BriefReading, value: unknown, { cities }: Reference): string | null {
  const rule = sentence("brief.rule.country");
  if (isAbsent(value)) return reading.refuse("market", sentence("brief.rule.requiredMarket"), null);
  const text = reading.text(value, "market");
  if (text === null) return null;
  return cities.countryOf(text) ?? reading.refuse("market", rule, text);
}

function readCurrency(reading: BriefReading, value: unknown, { fx }: Reference): Currency | null {
  if (isAbsent(value)) return reading.refuse("currency", sentence("brief.rule.requiredCurrency"), null);
  const text = reading.text(value, "currency");
  if (text === null) return null;
  const code = text.toUpperCase();
  if (!isCurrency(code)) return reading.refuse("currency", sentence("brief.rule.currency"), text);
  const hasRate = fx.some((rate) => rate.base === code || rate.quote === code);
  return hasRate ? code : reading.refuse("currency", sentence("brief.rule.currencyRate"), text);
}

function readBudget(reading: BriefReading, top: Section, currency: Currency | null): Money | null {
  const value = top["budget"];
  if (isAbsent(value)) {
    const target = (top["objective"] as Section | null | undefined)?.["target"];
    if (isAbsent(target)) reading.refuse("budget", sentence("brief.rule.requiredBudget"), null);
    return null;
  }
  const budget = reading.amount(value, "budget", currency);
  if (budget?.amountMinor === 0) return reading.refuse("budget", sentence("brief.rule.aboveZero"), 0);
  return budget;
}

/** One line that says the first problem in full and how many more there are; the details say them all. */
export function refusalOf(problems: readonly ErrorDetail[]): ChoraleError {
  const [first] = problems;
  const values = {
    value: first?.value ?? null,
    rule: first ? [first.rule] : [],
    count: problems.length - 1,
  };
  const missing = first?.value === null;
  const key = missing ? "brief.missing" : "brief.refused";
  return new ChoraleError(
    "bad-input",
    sentence(problems.length > 1 ? `${key}AndMore` : key, values),
    first?.at ?? null,
    problems,
  );
}
