import type { Reference } from "#core/catalog/reference";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import { type Currency, isCurrency, type Money, toMajor } from "#core/money";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import type { Brief } from "./brief.ts";
import { briefInCurrency } from "./briefInCurrency.ts";
import { BriefReading, isAbsent, type Section } from "./briefReading.ts";
import { parseBrief, refusalOf } from "./parseBrief.ts";
import type { Programme, ProgrammeCampaign } from "./programme.ts";

export const PROGRAMME_KEYS = ["name", "market", "currency", "budget", "creators", "campaigns"];
export const CAMPAIGN_KEYS = ["name", "share", "amount", "priority", "brief"];
/** Every campaign's people stand beside every other's in one problem. */
export const CAMPAIGNS_MAX = 8;
const PRIORITY_MAX = 1000;

/**
 * Reads a programme: a budget, and at least two campaigns with a brief each. Throws bad-input with one detail for each
 * problem of the whole document, those inside a brief at "campaigns[1].brief.objective.by".
 */
export function parseProgramme(document: unknown, reference: Reference, today: IsoDate): Programme {
  const reading = new BriefReading();
  const programme = read(reading, document, reference, today);
  if (reading.problems.length > 0 || programme === null) throw refusalOf(reading.problems);
  return programme;
}

function read(
  reading: BriefReading,
  document: unknown,
  reference: Reference,
  today: IsoDate,
): Programme | null {
  const top = reading.section(document, "", PROGRAMME_KEYS);
  const currency = readCurrency(reading, top["currency"]);
  if (isAbsent(top["budget"])) reading.refuse("budget", sentence("programme.rule.budget"), null);
  const budget = reading.amount(top["budget"], "budget", currency);
  if (budget?.amountMinor === 0) reading.refuse("budget", sentence("brief.rule.aboveZero"), 0);
  const creators = reading.section(top["creators"], "creators", ["mayServe"]);
  const mayServe = readMayServe(reading, creators["mayServe"]);
  const given = readList(reading, top["campaigns"]);
  const campaigns = given.flatMap(
    (entry, i) => readCampaign(reading, entry, i, top, currency, budget, reference, today) ?? [],
  );
  refuseEqualNames(reading, campaigns);
  const name = reading.text(top["name"], "name") ?? campaigns.map((campaign) => campaign.name).join(" + ");
  if (currency === null || budget === null || campaigns.length < given.length) return null;
  checkShares(reading, campaigns, budget);
  const tails = campaigns.filter(({ brief }) => brief.risk.tail !== null);
  for (const { name: campaign } of tails) reading.warn(sentence("programme.warn.tail", { campaign }));
  return { name, currency, budget, mayServe, campaigns, warnings: reading.warnings };
}

function readCurrency(reading: BriefReading, value: unknown): Currency | null {
  if (isAbsent(value)) return reading.refuse("currency", sentence("brief.rule.requiredCurrency"), null);
  const code = reading.text(value, "currency")?.toUpperCase() ?? null;
  if (code === null || isCurrency(code)) return code;
  return reading.refuse("currency", sentence("brief.rule.currency"), code);
}

function readMayServe(reading: BriefReading, value: unknown): Programme["mayServe"] {
  if (isAbsent(value) || value === "one") return "one";
  if (value === "several") return "several";
  reading.refuse("creators.mayServe", sentence("programme.rule.mayServe"), value);
  return "one";
}

function readList(reading: BriefReading, value: unknown): readonly unknown[] {
  if (Array.isArray(value) && value.length >= 2 && value.length <= CAMPAIGNS_MAX) return value;
  reading.refuse("campaigns", sentence("programme.rule.campaigns", { max: CAMPAIGNS_MAX }), value);
  return [];
}

function readCampaign(
  reading: BriefReading,
  entry: unknown,
  i: number,
  top: Section,
  currency: Currency | null,
  budget: Money | null,
  reference: Reference,
  today: IsoDate,
): ProgrammeCampaign | null {
  const at = `campaigns[${i}]`;
  if (isAbsent(entry)) return reading.refuse(at, sentence("programme.rule.brief"), null);
  const section = reading.section(entry, at, CAMPAIGN_KEYS);
  const name = reading.text(section["name"], `${at}.name`);
  if (isAbsent(section["name"])) reading.refuse(`${at}.name`, sentence("programme.rule.name"), null);
  const fixed = readFixed(reading, section, at, currency, budget);
  const priority = reading.number(section["priority"], `${at}.priority`, PRIORITY_MAX) ?? 1;
  if (priority === 0) reading.refuse(`${at}.priority`, sentence("brief.rule.aboveZero"), 0);
  const { brief: briefDocument } = section;
  if (typeof briefDocument !== "object" || briefDocument === null || Array.isArray(briefDocument))
    return reading.refuse(`${at}.brief`, sentence("programme.rule.brief"), briefDocument);
  if ("budget" in briefDocument)
    reading.refuse(
      `${at}.brief.budget`,
      sentence("programme.rule.ownBudget"),
      (briefDocument as Section)["budget"],
    );
  refuseBoosting(reading, briefDocument, at);
  const inherited = { market: top["market"], currency: top["currency"], name: section["name"] };
  // Only so that the brief counts as complete: the money is the programme's.
  const completed = { ...inherited, ...briefDocument, budget: 1 };
  const brief = problemsOf(reading, `${at}.brief`, () => parseBrief(completed, reference, today));
  if (brief === null || name === null || currency === null || budget === null) return null;
  const same = problemsOf(reading, `${at}.brief.currency`, () =>
    briefInCurrency(brief, currency, reference.fx),
  );
  if (same === null) return null;
  if (brief.creators.slots === "always")
    return reading.refuse(`${at}.brief.creators.slots`, sentence("programme.rule.slots"), "always");
  const own: Brief = { ...same.brief, name, budget: fixed ?? budget };
  return { name, brief: own, briefDocument, fixed, priority, fx: same.rates };
}

// Its money leaves the budget first, and a share of a share that is yet to be found is no amount.
function refuseBoosting(reading: BriefReading, brief: object, at: string): void {
  const deals: unknown = (brief as Section)["deals"];
  if (typeof deals === "object" && deals !== null && !isAbsent((deals as Section)["boosting"]))
    reading.refuse(`${at}.brief.deals.boosting`, sentence("programme.rule.boosting"), null);
}

/** What `read` answers; the problems of a refusal join the reading's, under this path. */
function problemsOf<Value>(reading: BriefReading, at: string, read: () => Value): Value | null {
  try {
    return read();
  } catch (caught) {
    if (!(caught instanceof ChoraleError) || caught.code !== "bad-input") throw caught;
    if (caught.details.length === 0) return reading.refuse(at, caught.sentence, null);
    for (const detail of caught.details) reading.problems.push(below(at, detail));
    return null;
  }
}

function below(at: string, detail: ErrorDetail): ErrorDetail {
  return { ...detail, at: detail.at === "" ? at : `${at}.${detail.at}` };
}

function readFixed(
  reading: BriefReading,
  section: Section,
  at: string,
  currency: Currency | null,
  budget: Money | null,
): Money | null {
  const share = reading.share(section["share"], `${at}.share`);
  const amount = reading.amount(section["amount"], `${at}.amount`, currency);
  if (share !== null && !isAbsent(section["amount"]))
    return reading.refuse(`${at}.amount`, sentence("programme.rule.shareOrAmount"), section["amount"]);
  if (share === 0) return reading.refuse(`${at}.share`, sentence("programme.rule.noShare"), 0);
  if (amount?.amountMinor === 0) return reading.refuse(`${at}.amount`, sentence("programme.rule.noShare"), 0);
  if (amount !== null) return amount;
  if (share === null || budget === null) return null;
  // Down, so that shares of 100 % are never more than the budget; the hair's breadth is for .29 × 100.
  return { ...budget, amountMinor: Math.floor(share * budget.amountMinor * (1 + 1e-12)) };
}

function refuseEqualNames(reading: BriefReading, campaigns: readonly ProgrammeCampaign[]): void {
  campaigns.forEach(({ name }, i) => {
    if (campaigns.findIndex((other) => other.name === name) < i)
      reading.refuse("campaigns", sentence("programme.rule.sameName"), name);
  });
}

function checkShares(reading: BriefReading, campaigns: readonly ProgrammeCampaign[], budget: Money): void {
  const fixed = campaigns.reduce((sum, campaign) => sum + (campaign.fixed?.amountMinor ?? 0), 0);
  const open = campaigns.filter((campaign) => campaign.fixed === null);
  const left = budget.amountMinor - fixed;
  const money = (amountMinor: number): Money => ({ ...budget, amountMinor });
  if (left < 0)
    reading.refuse(
      "campaigns",
      sentence("programme.rule.over", { share: fixed / budget.amountMinor, fixed: money(fixed), budget }),
      toMajor(money(fixed)),
    );
  else if (left === 0 && open.length > 0)
    reading.refuse(
      "campaigns",
      sentence("programme.rule.nothingLeft", { names: open.map(({ name }) => name).join(", ") }),
      null,
    );
  else if (left > 0 && open.length === 0)
    reading.warn(sentence("programme.warn.unshared", { left: money(left) }));
}
