import { ageKey } from "./ageKey.ts";
import type { Field, ImportKind } from "./field.ts";
import { headerKey, splitNote } from "./headerKey.ts";
import { withoutPriceFacts } from "./headerNote.ts";
import type { Layout } from "./layout.ts";

/** Header words that mean a field, in the kinds of files where they do; without `of`, in all. */
export interface HeaderWords {
  readonly field: Field;
  readonly words: readonly string[];
  readonly of?: readonly ImportKind[] | undefined;
}

export interface HeaderData {
  /** What a word means in one kind of file stands before what it means elsewhere. */
  readonly headers: readonly HeaderWords[];
  /** Headers under which one account comes again and again: with figures they make a series of snapshots. */
  readonly snapshotDays: readonly string[];
  readonly orderIds: readonly string[];
  /** Headers that only count rows. */
  readonly rowNumbers: readonly string[];
  /** What is sold, said beside a price word: "图文" in 图文报价, 图文一口价 and, under a group of prices, alone. */
  readonly deliverables: readonly { readonly field: Field; readonly words: readonly string[] }[];
  readonly priceWords: readonly string[];
  readonly layouts: readonly Layout[];
}

// Columns that a rejects file adds; a corrected one is imported without them.
const PASSED_OVER = new Set(["rejectline", "rejectcolumn", "rejectvalue", "rejectrule"]);
const TOP = /[\s_-]*top\s*\d*$/i;
const RANK =
  /^(?:top[\s_]+)?audience[\s_:-]*(country|region|city|interest|language)[\s_:-]*#?(\d{1,2})[\s_:-]*(%|name|code|share|percent(?:age)?|pct|weight)?$/i;
const AGE = /^(?:粉丝|粉絲|受众|audience|followers?)?[\s_]*(?:年龄|年齡|ages?)[\s_:]*(.+)$/i;
const SHARE_WORD = /[%％]|\s*(?:占比|佔比|比例|percent(?:age)?|pct|share)$/gi;
const AUDIENCE = /^audience[\s_](country|region|city|interest|language)[\s_:](.+)$/i;

/** Finds what a header means; made once for the shipped tables. */
export class HeaderTable {
  readonly #data: HeaderData;
  readonly #days: ReadonlySet<string>;
  readonly #orders: ReadonlySet<string>;
  readonly #rowNumbers: ReadonlySet<string>;
  readonly #sold: ReadonlyMap<string, Field>;
  readonly #priceWords: readonly string[];
  readonly #byKind = new Map<ImportKind, ReadonlyMap<string, Field>>();

  constructor(data: HeaderData) {
    this.#data = data;
    this.#days = new Set(data.snapshotDays.map(headerKey));
    this.#orders = new Set(data.orderIds.map(headerKey));
    this.#rowNumbers = new Set(data.rowNumbers.map(headerKey));
    this.#sold = new Map(
      data.deliverables.flatMap(({ field, words }) => words.map((word) => [headerKey(word), field] as const)),
    );
    // The longest first: 报价 stands inside 刊例报价.
    this.#priceWords = data.priceWords.map(headerKey).sort((a, b) => b.length - a.length);
  }

  /** The field a header means in a file of a kind; null when none is known. */
  fieldOf(header: string, kind: ImportKind): Field | null {
    const words = this.#wordsOf(kind);
    const whole = headerKey(header);
    if (this.isPassedOver(header)) return null;
    const { name } = splitNote(header);
    const bare = withoutPriceFacts(name);
    const ranked = rankedField(header) ?? rankedField(name);
    if (ranked !== null) return ranked;
    return (
      words.get(whole) ??
      words.get(headerKey(name)) ??
      words.get(headerKey(bare)) ??
      words.get(headerKey(bare.replace(TOP, ""))) ??
      this.#rateField(bare, kind) ??
      composedField(name)
    );
  }

  /** What a header of prices sells, "图文一口价" → "图文"; null when it names no price. */
  soldWord(header: string): string | null {
    const key = headerKey(withoutPriceFacts(splitNote(header).name));
    const price = this.#priceWords.find((word) => key.startsWith(word) || key.endsWith(word));
    if (price === undefined) return null;
    const sold = key.endsWith(price) ? key.slice(0, -price.length) : key.slice(price.length);
    return sold === "" ? null : sold;
  }

  /** Whether a column is one that a rejects file added, or only counts the rows. */
  isPassedOver(header: string): boolean {
    const key = headerKey(header);
    return PASSED_OVER.has(key) || this.#rowNumbers.has(key);
  }

  /** The vendor's export whose signature these headers hold. */
  layoutOf(columns: readonly string[]): Layout | null {
    const keys = new Set(columns.map(headerKey));
    const { layouts } = this.#data;
    const bare = new Set(columns.map((name) => headerKey(splitNote(name).name)));
    const has = (header: string) => keys.has(headerKey(header)) || bare.has(headerKey(header));
    return (
      layouts.find((layout) =>
        layout.signature.every((part) => (typeof part === "string" ? has(part) : part.some(has))),
      ) ?? null
    );
  }

  isSnapshotDay(header: string): boolean {
    return this.#days.has(headerKey(header));
  }

  isOrderId(header: string): boolean {
    return this.#orders.has(headerKey(header));
  }

  #rateField(name: string, kind: ImportKind): Field | null {
    if (kind !== "creators" && kind !== "rates" && kind !== "snapshots") return null;
    const sold = this.soldWord(name);
    return sold === null ? null : (this.#sold.get(sold) ?? null);
  }

  #wordsOf(kind: ImportKind): ReadonlyMap<string, Field> {
    const known = this.#byKind.get(kind);
    if (known) return known;
    const words = new Map<string, Field>();
    for (const entry of this.#data.headers) {
      if (entry.of && !entry.of.includes(kind)) continue;
      for (const word of entry.words)
        if (!words.has(headerKey(word))) words.set(headerKey(word), entry.field);
    }
    this.#byKind.set(kind, words);
    return words;
  }
}

// "Audience country 1" beside "Audience country 1 %": a word and its share in two columns.
function rankedField(header: string): Field | null {
  const [, dimension, place, what = ""] =
    RANK.exec(header.normalize("NFKC").replace(/[()]/g, " ").trim()) ?? [];
  if (dimension === undefined || place === undefined) return null;
  const part = /^(?:name|code)?$/i.test(what) ? "audienceRank" : "audienceRankShare";
  return `${part}.${dimension.toLowerCase() as "country"}.${Number(place)}`;
}

function composedField(header: string): Field | null {
  const name = header.replace(SHARE_WORD, "").trim();
  const age = ageKey(AGE.exec(name)?.[1] ?? name);
  if (age !== null) return `audience.age.${age}`;
  const [, dimension = "", key = ""] = AUDIENCE.exec(name) ?? [];
  return key === "" ? null : (`audience.${dimension.toLowerCase()}.${key.trim()}` as Field);
}
