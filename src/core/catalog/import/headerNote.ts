import type { RebateTo } from "../deal.ts";

/** What a price holds beyond its amount, as a sheet says it beside the price: tax in it or not, filed with the platform or not. */
export interface PriceFacts {
  readonly tax: "included" | "excluded" | null;
  /** The rate of tax that is named beside it. */
  readonly taxBp: number | null;
  readonly filing: "filed" | "unfiled" | null;
}

const UNFILED = /非报备|未报备|不报备|非報備|未報備|不報備|水下(?!摄|攝|拍)/;
const FILED = /报备|報備|水上(?!乐园|樂園|运动|運動)/;
const TAX_EXCLUDED =
  /不含税|不含稅|未税|未稅|税前|稅前|excl(?:uding|\.)?\s*(?:tax|vat)|(?:tax|vat)\s*excl(?:uded|\.)?|net of (?:tax|vat)/i;
const TAX_INCLUDED = /含税|含稅|税后|稅後|incl(?:uding|\.)?\s*(?:tax|vat)|(?:tax|vat)\s*incl(?:uded|\.)?/i;
const SHARE = "(\\d{1,2}(?:\\.\\d+)?)\\s*(?:%|个?点|個?點)";
// "税点6%", "未税+6%", "6%增值税专票", "excl. 20% VAT"; a rebate's share is another one.
const TAX_SHARES = [
  new RegExp(`(?:税|稅|tax|vat)[^\\d%,，;；。返佣rR]{0,8}${SHARE}`, "i"),
  new RegExp(`${SHARE}\\s*(?:的)?(?:增值|专票|專票|税|稅|vat|tax)`, "i"),
];
const REBATE_SHARE = new RegExp(`(?:返(?:点|點|佣|利|现|現)|rebate)[^\\d%,，;；。]{0,4}${SHARE}`, "i");
const TO_BUYER =
  /返(?:还|還|给|給|回)*(?:客户|客戶|甲方|品牌|广告主|廣告主|贵司|貴司|贵方|貴方)|(?:to|for) (?:the )?(?:client|buyer|brand|advertiser|customer)/i;
const DEDUCTED =
  /已(?:经|經)?(?:扣|减|減|返|除)|返(?:点|點)?后|返(?:点|點)?後|净价|淨價|already (?:deducted|taken off)|net of rebate/i;

/** The facts of a price that a text beside it names: "图文报价(不含税)" → tax excluded. Who names both filings names none. */
export function priceFactsIn(text: string): PriceFacts {
  const folded = text.normalize("NFKC");
  const isUnfiled = UNFILED.test(folded);
  const isFiled = FILED.test(isUnfiled ? folded.replace(new RegExp(UNFILED, "g"), "") : folded);
  const tax = TAX_EXCLUDED.test(folded) ? "excluded" : TAX_INCLUDED.test(folded) ? "included" : null;
  return {
    tax,
    taxBp: shareBpIn(folded, TAX_SHARES),
    filing: isUnfiled === isFiled ? null : isUnfiled ? "unfiled" : "filed",
  };
}

/** What a text says of who gets a rebate; null: nothing. */
export function rebateToIn(text: string): RebateTo | null {
  const folded = text.normalize("NFKC");
  return DEDUCTED.test(folded) ? "deducted" : TO_BUYER.test(folded) ? "buyer" : null;
}

/** The share of a rebate that a remark names: "返点15%" → 1,500; null when it names none. */
export function rebateBpIn(text: string): number | null {
  return shareBpIn(text.normalize("NFKC"), [REBATE_SHARE]);
}

function shareBpIn(folded: string, patterns: readonly RegExp[]): number | null {
  const found = patterns.flatMap((pattern) => pattern.exec(folded)?.[1] ?? [])[0];
  return found === undefined || Number(found) === 0 ? null : Math.round(Number(found) * 100);
}

/** A header's name without the facts of a price in it: "图文非报备报价" → "图文报价". */
export function withoutPriceFacts(name: string): string {
  let left = name.normalize("NFKC");
  for (const fact of [TAX_EXCLUDED, TAX_INCLUDED, UNFILED, FILED]) left = left.replace(fact, "");
  return left.replace(/\s{2,}/g, " ").trim();
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:百万|百萬|m|millions?)$/i, 6],
  [/^(?:十万|十萬)$/, 5],
  [/^(?:万|萬|w)$/i, 4],
  [/^(?:千|k|thousands?)$/i, 3],
  [/^(?:亿|億)$/, 8],
];

/** The power of ten that a header's bracket counts in, "粉丝数(万)" → 4, "报价(千元)" → 3; 0 when it names none. */
export function unitPowerOf(note: string): number {
  for (const part of note.normalize("NFKC").split(/[\s,，、;；/]+/)) {
    const bare = part.replace(/^(?:单位|單位|unit|in)[::]?/i, "").replace(/(?:元|人|人民币|rmb|cny)$/i, "");
    const unit = UNITS.find(([pattern]) => pattern.test(bare));
    if (unit) return unit[1];
  }
  return 0;
}
