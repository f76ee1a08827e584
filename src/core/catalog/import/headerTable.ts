import { ageKey } from "./ageKey.ts";
import type { Field, ImportKind } from "./field.ts";
import { headerKey, splitNote } from "./headerKey.ts";
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
  readonly layouts: readonly Layout[];
}

// Columns that a rejects file adds; a corrected one is imported without them.
const PASSED_OVER = new Set(["rejectline", "rejectcolumn", "rejectvalue", "rejectrule"]);
const AGE = /^(?:粉丝|粉絲|受众|audience|followers?)?[\s_]*(?:年龄|年齡|ages?)[\s_:]*(.+)$/i;
const SHARE_WORD = /[%％]|\s*(?:占比|佔比|比例|percent(?:age)?|pct|share)$/gi;
const AUDIENCE = /^audience[\s_](country|region|city|interest|language)[\s_:](.+)$/i;

/** Finds what a header means; made once for the shipped tables. */
export class HeaderTable {
  readonly #data: HeaderData;
  readonly #days: ReadonlySet<string>;
  readonly #orders: ReadonlySet<string>;
  readonly #byKind = new Map<ImportKind, ReadonlyMap<string, Field>>();

  constructor(data: HeaderData) {
    this.#data = data;
    this.#days = new Set(data.snapshotDays.map(headerKey));
    this.#orders = new Set(data.orderIds.map(headerKey));
  }

  /** The field a header means in a file of a kind; null when none is known. */
  fieldOf(header: string, kind: ImportKind): Field | null {
    const words = this.#wordsOf(kind);
    const whole = headerKey(header);
    if (PASSED_OVER.has(whole)) return null;
    const { name } = splitNote(header);
    return words.get(whole) ?? words.get(headerKey(name)) ?? composedField(name);
  }

  /** Whether a column is one that a rejects file added. */
  isPassedOver(header: string): boolean {
    return PASSED_OVER.has(headerKey(header));
  }

  /** The vendor's export whose signature these headers hold. */
  layoutOf(columns: readonly string[]): Layout | null {
    const keys = new Set(columns.map(headerKey));
    const { layouts } = this.#data;
    return layouts.find((layout) => layout.signature.every((header) => keys.has(headerKey(header)))) ?? null;
  }

  isSnapshotDay(header: string): boolean {
    return this.#days.has(headerKey(header));
  }

  isOrderId(header: string): boolean {
    return this.#orders.has(headerKey(header));
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

function composedField(header: string): Field | null {
  const name = header.replace(SHARE_WORD, "").trim();
  const age = ageKey(AGE.exec(name)?.[1] ?? name);
  if (age !== null) return `audience.age.${age}`;
  const [, dimension = "", key = ""] = AUDIENCE.exec(name) ?? [];
  return key === "" ? null : (`audience.${dimension.toLowerCase()}.${key.trim()}` as Field);
}
