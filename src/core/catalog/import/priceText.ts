import { type Currency, isCurrency } from "#core/money";
import { readNumber } from "./numberText.ts";

export interface ReadPrice {
  readonly amountMajor: number;
  /** A quoted range ends here. */
  readonly maxMajor: number | null;
  readonly atMost: boolean;
  readonly currency: Currency | null;
  readonly sign: SharedSign | null;
}

/** Signs and words that several currencies share; alone they name none. */
export type SharedSign = "$" | "¥" | "元";

// "$" alone is many currencies and names none.
const SIGNS: readonly (readonly [RegExp, Currency])[] = [
  [/us\$|美元|美金/i, "USD"],
  [/hk\$|港币|港元|港幣/i, "HKD"],
  [/nt\$|新台币|新臺幣|台币/i, "TWD"],
  [/(?<![a-z])s\$/i, "SGD"],
  [/(?<![a-z])a\$/i, "AUD"],
  [/(?<![a-z])rmb(?![a-z])|人民币|人民幣|cn¥/i, "CNY"],
  [/€|欧元/, "EUR"],
  [/£|英镑/, "GBP"],
  [/円|日元/, "JPY"],
];
const ON_REQUEST =
  /^(面议|面議|私聊|可议|待定|不接|不接单|暂不接|無報價|无报价|询价|詢價|on request|upon request|negotiable|tbd|tbc|ask|dm)$/i;

/** The currency that a sign, a word or an ISO code in a text names; null when it names none. */
export function currencyIn(text: string): Currency | null {
  const folded = text.normalize("NFKC");
  for (const [pattern, currency] of SIGNS) if (pattern.test(folded)) return currency;
  // Upper case only: "all", "top" and "try" are words before they are currencies.
  const codes = folded.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g) ?? [];
  return (
    codes.find(isCurrency) ?? (isCurrency(folded.trim().toUpperCase()) ? folded.trim().toUpperCase() : null)
  );
}

/** The shared sign in a text, such as "$500" or "500元"; null when there is none. */
export function signIn(text: string): SharedSign | null {
  return /[$＄]/.test(text) ? "$" : /[¥￥]/.test(text) ? "¥" : /元/.test(text) ? "元" : null;
}

/** Whether a price cell says that there is no quote yet. */
export function isOnRequest(text: string): boolean {
  return ON_REQUEST.test(text.normalize("NFKC").trim());
}

/** `¥1,200`, `500-800 USD`, `≤ 300`, `1.2万元`; null when it is no price. A dollar or yen sign alone names no currency. */
export function readPrice(text: string): ReadPrice | null {
  // "8000起", "8,000(含税)": what stands around the amount is no part of it.
  const whole = text.normalize("NFKC").trim();
  const folded = whole
    .replace(/\((?!\d)[^)]*\)$/, "")
    .replace(/(?:左右|起)$/, "")
    .trim();
  const atMost = /^(≤|<=|<|up to |至多)/i.test(folded);
  const currency = currencyIn(whole);
  const sign = signIn(whole);
  const bare = folded
    .replace(/^(≤|<=|<|up to |至多)\s*/i, "")
    .replace(
      /us\$|hk\$|nt\$|s\$|a\$|cn¥|[$¥€£]|人民币|人民幣|美元|美金|港币|港元|港幣|新台币|新臺幣|台币|欧元|英镑|日元|元|円/gi,
      "",
    )
    .replace(/(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/g, "")
    .replace(/\/(post|note|video|story|reel|篇|条|條|支|次|场|場|天|月)$/i, "")
    .trim();
  const range = /^(.+?)\s*[-–—~至]\s*(.+)$/.exec(bare);
  if (range && !bare.startsWith("-")) {
    const from = readNumber(range[1] ?? "");
    const to = readNumber(range[2] ?? "");
    return from === null || to === null || to < from
      ? null
      : { amountMajor: from, maxMajor: to === from ? null : to, atMost, currency, sign };
  }
  const amountMajor = readNumber(bare);
  return amountMajor === null ? null : { amountMajor, maxMajor: null, atMost, currency, sign };
}
