import type { ErrorDetail } from "#core/errors";
import { type Currency, minorDigits } from "#core/money";
import { isIsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { FindParams, NumberUnit } from "./findParams.ts";
import type { Range } from "./query.ts";

/** Reads the parameters of a search one by one and keeps what is wrong with any of them. */
export class FindReader {
  readonly details: ErrorDetail[] = [];
  private readonly params: FindParams;

  constructor(params: FindParams) {
    this.params = params;
  }

  refuse(at: string, rule: Sentence, value: string | number): void {
    const isSaid = this.details.some(
      (one) => one.at === at && one.rule.key === rule.key && one.value === value,
    );
    if (!isSaid) this.details.push({ at, rule, value });
  }

  /** Every value of a parameter as it was said. */
  all(name: string): readonly string[] {
    return (this.params[name] ?? []).filter((value) => value.trim() !== "");
  }

  /** The values of a parameter, said several times or with commas between. */
  list(name: string): readonly string[] {
    const words = this.all(name).flatMap((value) => value.split(/[,，、]/));
    return [...new Set(words.map((word) => word.trim()).filter(Boolean))];
  }

  /** The last value; "" where there is none. */
  one(name: string): string {
    return this.all(name).at(-1)?.trim() ?? "";
  }

  isOn(name: string): boolean {
    const said = this.params[name]?.at(-1);
    return said !== undefined && !/^(0|false|no|off)$/i.test(said.trim());
  }

  whole(name: string, { min, max }: { readonly min: number; readonly max: number }): number | null {
    const said = this.one(name);
    if (said === "") return null;
    const value = Number(said);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.refuse(name, sentence("find.whole", { min, max }), said);
    return null;
  }

  /** A number as a person writes it ("5000", "5k", "2.5%"), in the unit that the index keeps. */
  number(name: string, unit: NumberUnit, currency: Currency): number | null {
    const said = this.one(name);
    if (said === "") return null;
    const [, digits = "", scale = "", percent = ""] = NUMBER.exec(said.normalize("NFKC")) ?? [];
    const value = Number(digits.replace(/[,_ ]/g, "")) * (SCALES[scale.toLowerCase()] ?? 1);
    const isReadable =
      digits !== "" && (percent === "" || unit === "percent") && !isThousands(digits, scale, unit);
    if (isReadable) return scaled(value, unit, currency);
    this.refuse(name, sentence(unit === "percent" ? "find.percent" : "find.number"), said);
    return null;
  }

  /** A range in the unit that the index keeps, null where neither end was said; within what the figure can be at all. */
  range(param: string, { unit, least = null, most = null }: RangeOf, currency: Currency): Range | null {
    const [from, to] = [`min-${param}`, `max-${param}`];
    const [min, max] = [this.number(from, unit, currency), this.number(to, unit, currency)];
    const [low, high] = [least, most].map((end) => (end === null ? null : scaled(end, unit, currency)));
    if (min !== null && high != null && min > high)
      this.refuse(from, sentence("find.above", { most }), this.one(from));
    if (max !== null && low != null && max < low)
      this.refuse(to, sentence("find.below", { least }), this.one(to));
    if (min !== null && max !== null && min > max)
      this.refuse(param, sentence("find.contradiction.range"), `${this.one(from)} > ${this.one(to)}`);
    return min === null && max === null ? null : { min, max };
  }

  /** A day as its number since 1970-01-01. */
  day(name: string): number | null {
    const said = this.one(name);
    if (said === "") return null;
    if (isIsoDate(said)) return Date.parse(said) / 86_400_000;
    this.refuse(name, sentence("find.day"), said);
    return null;
  }
}

/** What a range is of: its unit, and in that unit the least and the most that the figure can be; null is open. */
export interface RangeOf {
  readonly unit: NumberUnit;
  readonly least?: number | null;
  readonly most?: number | null;
}

// Commas and blanks only between thousands: "2,5" is two and a half to half of Europe and 25 to nobody.
const NUMBER = /^(-?(?:\d{1,3}(?:[,_ ]\d{3})+|\d+)?(?:\.\d+|(?<=\d)))\s*([kKmM万萬]?)(%?)$/;

/** "5.000" followers are five thousand to half of Europe and five to the rest: nobody asks for thousandths of one. */
function isThousands(digits: string, scale: string, unit: NumberUnit): boolean {
  return unit === "count" && scale === "" && /\.\d{3}$/.test(digits);
}

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, 万: 1e4, 萬: 1e4 };

// A decimal such as 2.3 is not exactly 230 hundredths in a computer; a millionth of the unit is below anybody's question.
function scaled(value: number, unit: NumberUnit, currency: Currency): number {
  const factor = {
    count: 1,
    percent: 100,
    money: 10 ** minorDigits(currency),
    thousandth: 1000,
    days: 1,
  }[unit];
  return Math.round(value * factor * 1e6) / 1e6;
}
