import { type Currency, minorDigits } from "#core/money";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import type { Rate } from "../creator.ts";
import { DEAL_KINDS, type DealKind, isUnitDeal, isWholeDeal, type RateTerms } from "../deal.ts";
import { deliverableNamed, deliverablesOf, platformOf } from "../platform.ts";
import type { AccountPart } from "./catalogRow.ts";
import { dealNamed } from "./dealWord.ts";
import type { Field } from "./field.ts";
import { headerKey } from "./headerKey.ts";
import { currencyOf } from "./priceCurrency.ts";
import { isOnRequest, type ReadPrice, readPrice } from "./priceText.ts";
import { readTerms } from "./rateTerms.ts";
import type { KnownCell, RowCells } from "./rowCells.ts";
import { provenanceOf, type RowContext } from "./rowContext.ts";

/** Above it minor units would not be counted exactly, and nobody quotes it. */
const MOST_MAJOR = 1e12;
const NO_QUOTE: ReadPrice = { amountMajor: 0, maxMajor: null, atMost: false, currency: null, sign: null };

/** The prices of a row. No quote makes no rate: unknown is not free. */
export function readRates(
  cells: RowCells,
  context: RowContext,
  account: AccountPart,
  day: IsoDate | null,
): Rate[] {
  const rates: Rate[] = [];
  for (const [field] of context.columns.byField) {
    if (!field.startsWith("rate.")) continue;
    const deliverable = soldAs(cells, context, account.platform, field);
    const rate = readRate(cells, context, account, field, deliverable, day);
    if (rate && !rates.some((other) => other.deliverable === deliverable)) rates.push(rate);
  }
  if (context.columns.byField.has("price")) {
    const deliverable = readDeliverable(cells, context, account.platform);
    const rate = deliverable === null ? null : readRate(cells, context, account, "price", deliverable, day);
    if (rate) rates.push(rate);
  }
  return rates;
}

// A sheet over several platforms has one column 视频 for all: what that sells is the platform's own word for it.
function soldAs(cells: RowCells, { reference }: RowContext, platform: string, field: Field): string {
  const slug = field.slice("rate.".length);
  const { platforms } = reference;
  const own = platformOf(platforms, platform)?.deliverables ?? [];
  const word = cells.known(field)[0]?.binding.soldWord ?? null;
  if (own.length === 0 || own.some((kind) => kind.slug === slug) || word === null) return slug;
  const isCalled = (names: readonly string[]) => names.some((name) => headerKey(name) === word);
  const found =
    own.find((kind) => isCalled([kind.slug, ...Object.values(kind.names)])) ??
    own.find((kind) => isCalled(kind.words));
  return found?.slug ?? slug;
}

function readRate(
  cells: RowCells,
  context: RowContext,
  account: AccountPart,
  field: Field,
  deliverable: string,
  day: IsoDate | null,
): Rate | null {
  const commissionBp = cells.shareBp("commission");
  const said = readDeal(cells, context);
  const [cell] = cells.known(field);
  const price = cell && !isOnRequest(cell.text) ? inUnit(readPrice(cell.text), cell) : NO_QUOTE;
  if (
    price === null ||
    price.amountMajor < 0 ||
    Math.max(price.amountMajor, price.maxMajor ?? 0) > MOST_MAJOR
  )
    return cells.refuse(cell?.binding, cell?.text ?? "", sentence("catalog.rule.price"));
  // A sheet's zero is a quote that nobody has, unless the deal pays in something else.
  if (price.amountMajor === 0 && commissionBp === null && !paysOtherwise(said)) return null;
  const found = currencyOf(cells, context, account, cell?.binding, price);
  if (found === null) return withoutCurrency(cells, context, cell);
  const { currency, isAssumed } = found;
  if (isAssumed && price.amountMajor > 0)
    cells.note(cell?.binding ?? { name: "" }, sentence("catalog.rule.currencyAssumed", { currency }));
  const terms = readTerms(cells, context, field, currency);
  const deal = dealOf(said, commissionBp, price.amountMajor, terms);
  const { layout } = context.columns;
  const floor = context.mapping.floors?.[deliverable] ?? layout?.floorsMajor[`rate.${deliverable}`] ?? 0;
  const atMost = price.atMost || (deal === "flat" && price.amountMajor === floor);
  const max = cells.amount("priceMax") ?? price.maxMajor ?? 0;
  const isRange = max > price.amountMajor;
  return {
    deliverable,
    deal,
    priceMinor: minorOf(price.amountMajor, currency),
    priceMaxMinor: isRange ? minorOf(max, currency) : null,
    qualifier: atMost ? "le" : isRange ? "range" : "eq",
    currency,
    commissionBp,
    terms,
    validFrom: cells.day("validFrom") ?? day,
    source: isAssumed
      ? context.sources.of(`${context.sourceLabel} (${currency})`, "assumed", day, "C")
      : provenanceOf(context, layout?.estimated.includes(field) ?? false, day),
  };
}

// "1.2" under 报价(万元) is 12,000; a cell with a unit of its own says it itself.
function inUnit(price: ReadPrice | null, { binding, text }: KnownCell): ReadPrice | null {
  if (price === null || binding.unitPower === 0 || !/^[\d.,\s¥$€£–~-]+$/.test(text.normalize("NFKC")))
    return price;
  const scaled = (amount: number) => Number(`${amount}e${binding.unitPower}`);
  return {
    ...price,
    amountMajor: scaled(price.amountMajor),
    maxMajor: price.maxMajor === null ? null : scaled(price.maxMajor),
  };
}

// Nobody knows in what money: the row stays, its price is unknown. A row of prices says nothing else and goes.
function withoutCurrency(cells: RowCells, { columns }: RowContext, cell: KnownCell | undefined): null {
  const rule = sentence("catalog.rule.currencyMissing");
  if (columns.kind === "rates") cells.refuse(cell?.binding, cell?.text ?? "", rule);
  else if (cell) cells.note(cell.binding, rule);
  return null;
}

function readDeal(cells: RowCells, { reference }: RowContext): DealKind | null {
  const [cell] = cells.known("deal");
  if (!cell) return null;
  const kind = dealNamed(reference.deals, cell.text);
  const allowed = DEAL_KINDS.join(", ");
  return kind ?? cells.refuse(cell.binding, cell.text, sentence("catalog.rule.deal", { allowed }));
}

// Where no kind is named, the columns tell it: a commission beside a price is a slot fee, promised views a guarantee.
function dealOf(
  said: DealKind | null,
  commissionBp: number | null,
  amountMajor: number,
  terms: RateTerms | null,
): DealKind {
  if (commissionBp !== null && (said === null || !paysByItself(said)))
    return amountMajor > 0 ? "slot" : "commission";
  if (said !== null && said !== "flat") return said;
  if (terms?.guaranteedViews) return "guaranteed";
  return (terms?.pieces ?? 1) > 1 ? "package" : "flat";
}

const paysOtherwise = (kind: DealKind | null) =>
  kind === "gifted" || kind === "commission" || kind === "trip";
const paysByItself = (kind: DealKind) => isWholeDeal(kind) || isUnitDeal(kind) || kind === "slot";

function readDeliverable(cells: RowCells, context: RowContext, platform: string): string | null {
  const { platforms } = context.reference;
  const [cell] = cells.known("deliverable");
  const kinds = deliverablesOf(platforms, platform);
  if (!cell) return kinds.find((kind) => kind.format !== null)?.slug ?? "post";
  const known = deliverableNamed(platforms, platform, cell.text)?.slug;
  if (known !== undefined) return known;
  const ownKinds = kinds.filter((kind) => kind.everywhere !== true);
  if (ownKinds.length === 0) return cell.text.trim().toLowerCase().replace(/\s+/g, "-");
  return cells.refuse(
    cell.binding,
    cell.text,
    sentence("catalog.rule.deliverable", { allowed: kinds.map((kind) => kind.slug).join(" ") }),
  );
}

function minorOf(amountMajor: number, currency: Currency): number {
  return Math.round(Number(`${amountMajor}e${minorDigits(currency)}`));
}
