import {
  BOOKING_ROUTES,
  type BoostTool,
  DEAL_KINDS,
  type NamedRow,
  RIGHTS_CHANNELS,
} from "#core/catalog/deal";
import type { Reference } from "#core/catalog/reference";
import { spelling } from "#core/localNames";
import { type Money, toMajor } from "#core/money";
import { nearestOf } from "#core/nearest";
import { sentence } from "#core/sentence";
import { type Brief, type Metric, SALES_METRICS, SALES_SETTINGS } from "./brief.ts";
import { type BriefReading, isAbsent, type Section } from "./briefReading.ts";
import { oneOf } from "./objective.ts";

type Deals = Brief["deals"];

const MONTHS_ASSUMED = 3;
const WORLDWIDE = "worldwide";

/** The terms of trade a brief allows and asks for; whatever it is silent about is filled in and said. */
export function readDeals(
  reading: BriefReading,
  top: Section,
  market: string | null,
  budget: Money | null,
  metric: Metric | null,
  reference: Reference,
): Deals {
  const at = "deals";
  const keys = ["allow", "route", "usageRights", "exclusivity", "boosting", "soldIn", "returnRate"];
  const section = reading.section(top[at], at, keys);
  const { deals } = reference;
  const allow = reading.words(
    section["allow"],
    "deals.allow",
    (text) => named(deals.kinds, text)?.slug ?? null,
    (text) => oneOf(DEAL_KINDS.join(", "), nearestOf(text, DEAL_KINDS)),
  ) as Deals["allow"];
  if (isAbsent(section["allow"]))
    reading.assume("deals.allow", null, null, sentence("brief.default.dealsAllow"));
  return {
    allow,
    route: readRoute(reading, section["route"], reference),
    usageRights: readRights(reading, section["usageRights"], market, reference),
    exclusivity: readExclusivity(reading, section["exclusivity"], top),
    boosting: readBoosting(reading, section["boosting"], budget, reference),
    ...readReturns(reading, section, metric),
  };
}

function readRoute(reading: BriefReading, value: unknown, { deals }: Reference): Deals["route"] {
  const at = "deals.route";
  if (isAbsent(value)) return reading.assume(at, null, null, sentence("brief.default.dealsRoute"));
  const text = reading.text(value, at);
  if (text === null) return null;
  const found = named(deals.routes, text)?.slug;
  return found ?? reading.refuse(at, oneOf(BOOKING_ROUTES.join(", "), nearestOf(text, BOOKING_ROUTES)), text);
}

function readRights(
  reading: BriefReading,
  value: unknown,
  market: string | null,
  { deals, cities }: Reference,
): Deals["usageRights"] {
  const at = "deals.usageRights";
  if (isAbsent(value)) return reading.assume(at, null, null, sentence("brief.default.usageRights"));
  const section = reading.section(value, at, ["channels", "months", "territory"]);
  const channels = reading.words(
    section["channels"],
    `${at}.channels`,
    (text) => named(deals.channels, text)?.slug ?? null,
    (text) => oneOf(RIGHTS_CHANNELS.join(", "), nearestOf(text, RIGHTS_CHANNELS)),
  ) as readonly (typeof RIGHTS_CHANNELS)[number][];
  const place = reading.text(section["territory"], `${at}.territory`);
  const territory =
    place === null ? null : spelling(place) === WORLDWIDE ? WORLDWIDE : cities.countryOf(place);
  if (place !== null && territory === null)
    reading.refuse(`${at}.territory`, sentence("brief.rule.territory"), place);
  return {
    channels: isAbsent(section["channels"])
      ? reading.assume(
          `${at}.channels`,
          ["own-social"] as const,
          "own-social",
          sentence("brief.default.rightsChannels"),
        )
      : channels,
    months: readMonths(reading, section["months"], `${at}.months`),
    territory:
      territory ??
      reading.assume(
        `${at}.territory`,
        market ?? WORLDWIDE,
        market,
        sentence("brief.default.rightsTerritory", { market }),
      ),
  };
}

function readMonths(reading: BriefReading, value: unknown, at: string): number {
  return (
    reading.whole(value, at, 1) ??
    (isAbsent(value)
      ? reading.assume(
          at,
          MONTHS_ASSUMED,
          MONTHS_ASSUMED,
          sentence("brief.default.months", { months: MONTHS_ASSUMED }),
        )
      : MONTHS_ASSUMED)
  );
}

function readExclusivity(reading: BriefReading, value: unknown, top: Section): Deals["exclusivity"] {
  const at = "deals.exclusivity";
  if (isAbsent(value)) return reading.assume(at, null, null, sentence("brief.default.exclusivity"));
  const section = reading.section(value, at, ["months", "categories"]);
  const written = reading.texts(section["categories"], `${at}.categories`).map(({ text }) => text);
  const own = String(reading.texts(top["topics"], "topics")[0]?.text ?? top["product"] ?? "");
  return {
    months: readMonths(reading, section["months"], `${at}.months`),
    categories:
      written.length > 0
        ? [...new Set(written)]
        : reading.assume(
            `${at}.categories`,
            [own],
            own,
            sentence("brief.default.exclusivityCategory", { own }),
          ),
  };
}

function readBoosting(
  reading: BriefReading,
  value: unknown,
  budget: Money | null,
  { deals }: Reference,
): Deals["boosting"] {
  const at = "deals.boosting";
  if (isAbsent(value)) return reading.assume(at, null, null, sentence("brief.default.boosting"));
  const section = reading.section(value, at, ["amount", "share", "tool"]);
  const given = reading.amount(section["amount"], `${at}.amount`, budget?.currency ?? null);
  const share = reading.share(section["share"], `${at}.share`);
  const tool = readTool(reading, section["tool"], `${at}.tool`, deals.tools);
  if (budget === null) return reading.refuse(at, sentence("brief.rule.boostBudget"), null);
  const both = !isAbsent(section["amount"]) && !isAbsent(section["share"]);
  if (both || (isAbsent(section["amount"]) && isAbsent(section["share"])))
    return reading.refuse(at, sentence("brief.rule.boostOne"), null);
  const amount = given ?? {
    amountMinor: Math.round((share ?? 0) * budget.amountMinor),
    currency: budget.currency,
  };
  if (tool === null || (given === null && share === null)) return null;
  if (amount.amountMinor <= 0 || amount.amountMinor >= budget.amountMinor)
    return reading.refuse(at, sentence("brief.rule.boostAmount"), toMajor(amount));
  return { amount, tool: tool.slug, platform: tool.platform };
}

function readTool(
  reading: BriefReading,
  value: unknown,
  at: string,
  tools: readonly BoostTool[],
): BoostTool | null {
  const slugs = tools.map(({ slug }) => slug);
  if (isAbsent(value)) return reading.refuse(at, oneOf(slugs.join(", "), null), null);
  const text = reading.text(value, at);
  if (text === null) return null;
  return named(tools, text) ?? reading.refuse(at, oneOf(slugs.join(", "), nearestOf(text, slugs)), text);
}

function readReturns(
  reading: BriefReading,
  section: Section,
  metric: Metric | null,
): Pick<Deals, "soldIn" | "returnRate"> {
  const isSale = metric !== null && SALES_METRICS.includes(metric);
  const at = "deals.soldIn";
  const text = reading.text(section["soldIn"], at);
  const known = SALES_SETTINGS.find((setting) => setting === text);
  if (text !== null && known === undefined)
    reading.refuse(at, oneOf(SALES_SETTINGS.join(", "), nearestOf(text, SALES_SETTINGS)), text);
  if (isSale && text === null) reading.assume(at, "shop", "shop", sentence("brief.default.soldIn"));
  const returnRate = reading.share(section["returnRate"], "deals.returnRate");
  if (returnRate === 1) reading.refuse("deals.returnRate", sentence("brief.rule.returnRate"), 1);
  if (isSale && isAbsent(section["returnRate"]))
    reading.assume("deals.returnRate", null, null, sentence("brief.default.returnRate"));
  return { soldIn: known ?? "shop", returnRate };
}

function named<Row extends NamedRow<string>>(rows: readonly Row[], word: string): Row | null {
  const wanted = spelling(word);
  const isCalled = (row: Row) =>
    [row.slug, ...Object.values(row.names), ...row.words].some((name) => spelling(name) === wanted);
  return rows.find((row) => row.slug === wanted) ?? rows.find(isCalled) ?? null;
}
