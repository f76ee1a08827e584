import { spelling } from "#core/localNames";
import { type Currency, minorDigits } from "#core/money";
import { sentence } from "#core/sentence";
import {
  type BookingRoute,
  type Deals,
  NO_TERMS,
  type QuotedExtra,
  type RateTerms,
  type RightsChannel,
  termsOrNull,
} from "../deal.ts";
import type { Field } from "./field.ts";
import { type PriceFacts, priceFactsIn, rebateBpIn, rebateToIn } from "./headerNote.ts";
import { readPrice } from "./priceText.ts";
import type { KnownCell, RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";
import { readShareBp } from "./shareText.ts";

const YES = /^(yes|y|true|1|是|有|需|需要|要|✓|√)$/i;
const NO = /^(no|n|false|0|否|无|無|没有|沒有|不|不需要|不含|none)$/i;
const INCLUDED = /含|included|free|免费|免費|赠|贈|perpetual|永久/i;
const MONTHS = /(\d+(?:\.\d+)?)\s*(?:个月|個月|months?|mos?\b)/i;
const YEARS = /(\d+(?:\.\d+)?)\s*(?:年|years?)/i;

/** What a row says of the deal beyond kind, price and commission. A text nobody can read is left out, and noted. */
export function readTerms(
  cells: RowCells,
  context: RowContext,
  field: Field,
  currency: Currency,
): RateTerms | null {
  const { deals } = context.reference;
  const rights = rightsOf(cells, deals, currency);
  const exclusivity = extraOf(cells, "exclusivity", currency);
  return termsOrNull({
    ...NO_TERMS,
    guaranteedViews: positive(cells.count("guaranteedViews")),
    capMinor: minorOf(cells.amount("priceCap"), currency),
    pieces: positive(cells.count("pieces")),
    months: positive(cells.count("months")),
    days: positive(cells.count("days")),
    travelMinor: minorOf(cells.amount("travel"), currency),
    sampleReturned: flagOf(cells, "sampleReturned"),
    usageRights: rights,
    exclusivity: exclusivity && { ...exclusivity.extra, months: exclusivity.months, category: null },
    route: routeOf(cells, context),
    filed: filedOf(cells, context, field),
    ...taxOf(cells, context, field),
    ...rebateOf(cells),
  });
}

const positive = (value: number | null) => (value === null || value === 0 ? null : value);

function minorOf(amountMajor: number | null, currency: Currency): number | null {
  return amountMajor === null ? null : Math.round(Number(`${amountMajor}e${minorDigits(currency)}`));
}

function flagOf(cells: RowCells, field: Field): boolean | null {
  const [cell] = cells.known(field);
  if (!cell) return null;
  const text = cell.text.normalize("NFKC").trim();
  if (YES.test(text) || /^(需?寄回|需?归还|需?歸還|returned?)$/i.test(text)) return true;
  if (NO.test(text) || /^(赠送|贈送|送|不?用?寄回|keep|kept)$/i.test(text)) return false;
  cells.note(cell.binding, sentence("catalog.rule.yesNo"));
  return null;
}

function filedOf(cells: RowCells, context: RowContext, field: Field): boolean | null {
  const said = flagOrFiling(cells.known("filed")[0]);
  if (said !== null) return said;
  const filing = nearest(cells, context, field, ({ filing }) => filing);
  return filing === null ? null : filing === "filed";
}

// The cell of the price itself, its header, the row's remarks, the words above the table: the nearest to the price wins.
function nearest<Fact>(
  cells: RowCells,
  { titleFacts }: RowContext,
  field: Field,
  of: (facts: PriceFacts) => Fact | null,
): Fact | null {
  const [cell] = cells.known(field);
  const beside = cell ? (of(priceFactsIn(cell.text)) ?? of(cell.binding.facts)) : null;
  return beside ?? of(priceFactsIn(cells.remarks())) ?? of(titleFacts);
}

function flagOrFiling(cell: KnownCell | undefined): boolean | null {
  if (!cell) return null;
  const { filing } = priceFactsIn(cell.text);
  if (filing !== null) return filing === "filed";
  const text = cell.text.normalize("NFKC").trim();
  return YES.test(text) ? true : NO.test(text) ? false : null;
}

function taxOf(cells: RowCells, context: RowContext, field: Field): Pick<RateTerms, "taxIncluded" | "taxBp"> {
  const [own] = cells.known("extra.taxIncluded");
  const text = own?.text.normalize("NFKC").trim() ?? "";
  const facts = priceFactsIn(text);
  const tax = facts.tax ?? nearest(cells, context, field, (near) => near.tax);
  return {
    taxIncluded: YES.test(text) ? true : NO.test(text) ? false : tax === null ? null : tax === "included",
    taxBp: facts.taxBp ?? nearest(cells, context, field, (near) => near.taxBp),
  };
}

function rebateOf(cells: RowCells): Pick<RateTerms, "rebateBp" | "rebateTo"> {
  const [cell] = cells.known("extra.rebate");
  const remarks = cells.remarks();
  const share = cell ? rebateShareBp(cell) : rebateBpIn(remarks);
  if (share === null || share <= 0 || share >= 10_000) return { rebateBp: null, rebateTo: null };
  const to = rebateToIn(cell?.text ?? "") ?? rebateToIn(cell?.binding.name ?? "") ?? rebateToIn(remarks);
  return { rebateBp: share, rebateTo: to };
}

// "0.15" is 15 %: nobody gives back less than one. "15%返客户", "返还甲方 10 个点": a share with words around it.
function rebateShareBp({ text, binding }: KnownCell): number | null {
  const bare = Number(text);
  const share = readShareBp(text, bare > 0 && bare < 1 ? "fraction" : binding.scale);
  if (share !== null) return share;
  const named = /(\d{1,2}(?:\.\d+)?)\s*(?:%|个?点|個?點)/.exec(text.normalize("NFKC"))?.[1];
  return named === undefined ? null : Math.round(Number(named) * 100);
}

// A creator whom an MCN has signed is booked through it; a platform's own export says nothing of how.
function routeOf(cells: RowCells, context: RowContext): BookingRoute | null {
  const [cell] = cells.known("route");
  if (cell) {
    const word = spelling(cell.text);
    const found = context.reference.deals.routes.find(({ slug, names, words }) =>
      [slug, ...Object.values(names), ...words].some((name) => spelling(name) === word),
    );
    if (found) return found.slug;
    cells.note(cell.binding, sentence("catalog.rule.route"));
    return null;
  }
  const [mcn] = context.columns.layout === null ? cells.known("extra.mcn") : [];
  return mcn && !NO.test(mcn.text.trim()) && !/^(个人|個人|独立|獨立|independent)$/i.test(mcn.text.trim())
    ? "mcn"
    : null;
}

function rightsOf(cells: RowCells, deals: Deals, currency: Currency): RateTerms["usageRights"] {
  const anywhere = extraOf(cells, "extra.priceUsageRights", currency);
  const paid = anywhere === null ? extraOf(cells, "extra.priceBoosting", currency) : null;
  const found = anywhere ?? paid;
  if (found === null) return null;
  const named = deals.channels.filter(({ words }) =>
    words.some((word) => word.length > 1 && spelling(found.text).includes(spelling(word))),
  );
  const channels: readonly RightsChannel[] =
    anywhere === null ? ["paid-social"] : named.map(({ slug }) => slug);
  return { ...found.extra, channels, months: found.months, territory: null };
}

interface ReadExtra {
  readonly text: string;
  readonly extra: QuotedExtra;
  readonly months: number | null;
}

// "500", "30%", "3个月 500元", "含3个月": an amount, a share of the fee, or nothing on top. "不含" quotes nothing.
function extraOf(cells: RowCells, field: Field, currency: Currency): ReadExtra | null {
  const [cell] = cells.known(field);
  if (!cell) return null;
  const text = cell.text.normalize("NFKC").trim();
  if (NO.test(text) || /不含|不包|另议|另議|面议|面議|not incl|excl|on request/i.test(text)) return null;
  const months = monthsIn(text);
  const bare = text
    .replace(MONTHS, "")
    .replace(YEARS, "")
    .replace(/[/,，、;；]+/g, " ")
    .trim();
  const share = /(\d+(?:\.\d+)?)\s*%/.exec(bare);
  if (share)
    return { text, months, extra: { feeMinor: null, feeShareBp: Math.round(Number(share[1]) * 100) } };
  const amount = /(?:[¥$€£]|rmb)?\s*\d[\d.,]*\s*(?:万|k|w|元)?/i.exec(bare)?.[0];
  const price = amount === undefined ? null : readPrice(amount);
  if (price !== null && price.amountMajor > 0) {
    const major = Number(`${price.amountMajor}e${cell.binding.unitPower}`);
    return { text, months, extra: { feeMinor: minorOf(major, currency), feeShareBp: null } };
  }
  if (INCLUDED.test(text) || YES.test(text) || months !== null)
    return { text, months, extra: { feeMinor: null, feeShareBp: null } };
  if (!field.startsWith("extra.")) cells.note(cell.binding, sentence("catalog.rule.terms"));
  return null;
}

function monthsIn(text: string): number | null {
  const months = Number(MONTHS.exec(text)?.[1] ?? 0) + 12 * Number(YEARS.exec(text)?.[1] ?? 0);
  return months > 0 ? Math.max(1, Math.round(months)) : null;
}
