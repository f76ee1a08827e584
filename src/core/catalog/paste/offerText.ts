import { readPrice } from "../import/priceText.ts";
import { deliverablesOf, type Platform, platformOf } from "../platform.ts";
import { anyOf } from "./pasteForms.ts";

/** A price that a line names for a deliverable, as it would stand in a cell: "300 EUR". */
export interface Offer {
  readonly deliverable: string;
  readonly price: string;
}

export interface OffersRead {
  readonly offers: readonly Offer[];
  /** Prices that are left out, because nobody can tell what they are for. */
  readonly unclear: readonly string[];
}

const NUMBER = "\\d(?:[\\d.,']*\\d)?\\s*(?:[kmw千万萬])?(?!\\d)";
const SIGN = "(?:us\\$|hk\\$|nt\\$|s\\$|a\\$|cn¥|[$¥€£])";
// Codes in capitals only, as in a cell of prices: "top" and "try" are words.
const CODE =
  "(?:EUR|USD|GBP|CNY|RMB|HKD|TWD|JPY|KRW|SGD|AUD|CAD|CHF|INR|MYR|THB|IDR|PHP|VND|PLN|SEK|NOK|DKK|CZK|TRY|AED|BRL|MXN|euros?|dollars?|元|块|人民币|人民幣|港币|港幣|台币|新台币)";
const AMOUNT = `(?:(?:${SIGN}|${CODE})\\s*${NUMBER}(?:\\s*[-–~至]\\s*${NUMBER})?(?:\\s*${CODE})?|${NUMBER}(?:\\s*[-–~至]\\s*${NUMBER})?\\s*(?:${SIGN}|${CODE}))`;
const MONEY = new RegExp(`(?<!\\d|\\d[.,])${AMOUNT}`, "gu");
const PARTS = /[\t;|\n]|\s{2,}|(?<!\d),|,(?!\d)|\s\/\s|\s\+\s/u;
const SPELLED: Readonly<Record<string, string>> = { euro: "EUR", euros: "EUR", 块: "元", RMB: "CNY" };

/** What a platform sells, ready to be looked for in a line. */
export class OfferReader {
  readonly #slugs: ReadonlyMap<string, string>;
  readonly #anyWord: RegExp;
  /** "图文1500 视频3000": every word is followed by its own price. */
  readonly #pairs: RegExp;
  /** In China nobody writes the currency. */
  readonly #hasHomeCurrency: boolean;

  constructor(platform: string, platforms: readonly Platform[]) {
    const slugs = new Map<string, string>();
    for (const { slug, names, words } of [...deliverablesOf(platforms, platform)].reverse())
      for (const word of [...words, ...Object.values(names), slug])
        if (!/^\d/.test(word)) slugs.set(word.normalize("NFKC").toLowerCase(), slug);
    const anyWord = anyOf([...slugs.keys()], "(?<![a-z])", "s?(?![a-z])");
    this.#slugs = slugs;
    this.#hasHomeCurrency = (platformOf(platforms, platform)?.homeCurrency ?? null) !== null;
    this.#anyWord = new RegExp(anyWord, "giu");
    this.#pairs = new RegExp(
      `(?<word>${anyWord})(?:报价|報價|价格|價格|费用|费)?\\s*[:=]?\\s*(?<price>${NUMBER})(?:\\s*(?:元|块|rmb))?`,
      "giu",
    );
  }

  /** The prices of a line, each with the deliverable in the same part of it; a part with two of either is unclear. */
  read(text: string): OffersRead {
    const offers: Offer[] = [];
    const unclear: string[] = [];
    for (const part of text.split(PARTS)) {
      const money = [...part.matchAll(MONEY)].map(([price]) => plain(price)).filter(isPrice);
      const named = [
        ...new Set([...part.matchAll(this.#anyWord)].flatMap(([word]) => this.#slugOf(word) ?? [])),
      ];
      const [deliverable, ...others] = named;
      const [price, ...prices] = money;
      if (deliverable !== undefined && price !== undefined && others.length + prices.length === 0)
        offers.push({ deliverable, price });
      else if (this.#hasHomeCurrency && deliverable !== undefined) offers.push(...this.#pairsIn(part));
      // "reel 300": in no currency that anybody named.
      else if (deliverable !== undefined && money.length === 0)
        unclear.push(...[...part.matchAll(this.#pairs)].map(([pair]) => pair.trim()));
      else unclear.push(...money);
    }
    return { offers, unclear };
  }

  #pairsIn(part: string): Offer[] {
    return [...part.matchAll(this.#pairs)].flatMap(({ groups }) => {
      const deliverable = this.#slugOf(groups?.["word"] ?? "");
      const price = plain(groups?.["price"] ?? "");
      return deliverable !== undefined && isPrice(price) ? [{ deliverable, price }] : [];
    });
  }

  #slugOf(word: string): string | undefined {
    const folded = word.toLowerCase();
    return this.#slugs.get(folded) ?? this.#slugs.get(folded.replace(/s$/, ""));
  }
}

function plain(price: string): string {
  return price
    .trim()
    .replace(/euros?|块|RMB/g, (word) => SPELLED[word] ?? word)
    .replace(/dollars?/, "$");
}

function isPrice(text: string): boolean {
  return readPrice(text) !== null;
}
