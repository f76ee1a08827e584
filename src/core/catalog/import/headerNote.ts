/** What a price holds beyond its amount, as a sheet says it beside the price: tax in it or not, filed with the platform or not. */
export interface PriceFacts {
  readonly tax: "included" | "excluded" | null;
  readonly filing: "filed" | "unfiled" | null;
}

const UNFILED = /非报备|未报备|不报备|非報備|未報備|水下/;
const FILED = /报备|報備|水上/;
const TAX_EXCLUDED =
  /不含税|不含稅|未税|未稅|税前|稅前|excl(?:uding|\.)?\s*(?:tax|vat)|(?:tax|vat)\s*excl(?:uded|\.)?|net of (?:tax|vat)/i;
const TAX_INCLUDED = /含税|含稅|税后|稅後|incl(?:uding|\.)?\s*(?:tax|vat)|(?:tax|vat)\s*incl(?:uded|\.)?/i;

/** The facts of a price that a text beside it names: "图文报价(不含税)" → tax excluded. */
export function priceFactsIn(text: string): PriceFacts {
  const folded = text.normalize("NFKC");
  return {
    tax: TAX_EXCLUDED.test(folded) ? "excluded" : TAX_INCLUDED.test(folded) ? "included" : null,
    filing: UNFILED.test(folded) ? "unfiled" : FILED.test(folded) ? "filed" : null,
  };
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
