import { ChoraleError, type ErrorDetail } from "#core/errors";
import { type Currency, fromMajor, type Money } from "#core/money";
import { nearestOf } from "#core/nearest";
import { type IsoDate, isIsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { AssumedDefault } from "./brief.ts";

export type Section = Readonly<Record<string, unknown>>;

const TEXT_MAX = 1000;
const LIST_MAX = 10_000;

/**
 * One reading of a brief: takes values out of the untrusted document, gathers every problem instead of stopping at
 * the first, and records what nobody said and was filled in. A reader that refuses a value answers null.
 */
export class BriefReading {
  readonly problems: ErrorDetail[] = [];
  readonly defaults: AssumedDefault[] = [];
  readonly warnings: Sentence[] = [];

  refuse(at: string, rule: Sentence, value: unknown): null {
    this.problems.push({ at, rule, value: shown(value) });
    return null;
  }

  /** A value nobody gave, filled in and marked assumed. */
  assume<Value>(path: string, value: Value, shownAs: AssumedDefault["value"], says: Sentence): Value {
    this.defaults.push({ path, value: shownAs, says });
    return value;
  }

  warn(says: Sentence): void {
    this.warnings.push(says);
  }

  /** A mapping at `at` with no keys but the known; absent or broken, an empty one. */
  section(value: unknown, at: string, known: readonly string[]): Section {
    if (isAbsent(value)) return {};
    if (typeof value !== "object" || Array.isArray(value)) {
      this.refuse(at, sentence("brief.rule.mapping", { known: known.join(", ") }), value);
      return {};
    }
    for (const key of Object.keys(value ?? {})) {
      if (known.includes(key)) continue;
      const nearest = nearestOf(key, known);
      const rule = nearest
        ? sentence("brief.rule.unknownKeyNear", { nearest, known: known.join(", ") })
        : sentence("brief.rule.unknownKey", { known: known.join(", ") });
      this.refuse(at === "" ? clip(key) || '""' : `${at}.${clip(key)}`, rule, clip(key));
    }
    return value as Section;
  }

  text(value: unknown, at: string): string | null {
    if (isAbsent(value)) return null;
    const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
    if (typeof text === "string" && text.trim() !== "" && text.length <= TEXT_MAX) return text.trim();
    return this.refuse(at, sentence("brief.rule.text", { max: TEXT_MAX }), value);
  }

  /** A list of texts; a single text counts as a list of one. Refused entries are left out. */
  texts(value: unknown, at: string): readonly { readonly text: string; readonly at: string }[] {
    if (isAbsent(value)) return [];
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (entries.length > LIST_MAX) {
      this.refuse(at, sentence("brief.rule.listLength", { max: LIST_MAX }), entries.length);
      return [];
    }
    return entries.flatMap((entry, i) => {
      const where = Array.isArray(value) ? `${at}[${i}]` : at;
      const text =
        entry === null || entry === undefined
          ? this.refuse(where, sentence("brief.rule.text", { max: TEXT_MAX }), null)
          : this.text(entry, where);
      return text === null ? [] : [{ text, at: where }];
    });
  }

  /** Each text translated by `meaning`; null there refuses it with `rule`. Doubles are dropped. */
  words(
    value: unknown,
    at: string,
    meaning: (text: string) => string | null,
    rule: (text: string) => Sentence,
  ): readonly string[] {
    const read = this.texts(value, at).flatMap((entry) => {
      const word = meaning(entry.text);
      if (word === null) this.refuse(entry.at, rule(entry.text), entry.text);
      return word === null ? [] : [word];
    });
    return [...new Set(read)];
  }

  whole(value: unknown, at: string, min: number): number | null {
    if (isAbsent(value)) return null;
    const number = numberOf(value);
    if (number !== null && Number.isSafeInteger(number) && number >= min) return number;
    return this.refuse(at, sentence("brief.rule.whole", { min }), value);
  }

  number(value: unknown, at: string, max: number): number | null {
    if (isAbsent(value)) return null;
    const number = numberOf(value);
    if (number !== null && number >= 0 && number <= max) return number;
    return this.refuse(at, sentence("brief.rule.number", { max }), value);
  }

  /** A share from 0 to 1, written .35 or "35%". */
  share(value: unknown, at: string): number | null {
    if (isAbsent(value)) return null;
    const percent = typeof value === "string" ? /^(\d+(?:\.\d+)?)\s*%$/.exec(value.trim()) : null;
    const share = percent ? Number(percent[1]) / 100 : numberOf(value);
    if (share !== null && share >= 0 && share <= 1) return share;
    return this.refuse(at, sentence("brief.rule.share"), value);
  }

  flag(value: unknown, at: string): boolean | null {
    if (isAbsent(value)) return null;
    return typeof value === "boolean" ? value : this.refuse(at, sentence("brief.rule.flag"), value);
  }

  date(value: unknown, at: string): IsoDate | null {
    if (isAbsent(value)) return null;
    if (typeof value === "string" && isIsoDate(value.trim())) return value.trim();
    return this.refuse(at, sentence("brief.rule.date"), value);
  }

  /** An amount in major units. Null as well while the currency itself is not known. */
  amount(value: unknown, at: string, currency: Currency | null): Money | null {
    if (isAbsent(value) || currency === null) return null;
    if (typeof value !== "number" && typeof value !== "string") {
      return this.refuse(at, sentence("money.rule", { currency, digits: 2 }), value);
    }
    try {
      return fromMajor(value, currency, at);
    } catch (caught) {
      if (!(caught instanceof ChoraleError) || caught.code !== "bad-input") throw caught;
      return this.refuse(at, caught.details[0]?.rule ?? caught.sentence, value);
    }
  }
}

export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function numberOf(value: unknown): number | null {
  const number =
    typeof value === "string" && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value.trim()) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** A value as an error shows it: short, and plain. */
export function shown(value: unknown): ErrorDetail["value"] {
  if (isAbsent(value)) return null;
  if (typeof value === "string") return clip(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "boolean") return value;
  return Array.isArray(value) ? `[${value.length}]` : "{…}";
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}… (${text.length})` : text;
}
