import { ChoraleError } from "./errors.ts";
import { sentence } from "./sentence.ts";

/** ISO 4217 code, upper case. */
export type Currency = string;

/** Money is a whole number of minor units (cents, fen; yen has none), so sums are exact. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: Currency;
}

// Source: ISO 4217 minor units; every currency not named here has two digits.
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export function minorDigits(currency: Currency): number {
  return MINOR_DIGITS[currency] ?? 2;
}

export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text) && Intl.supportedValuesOf("currency").includes(text);
}

/**
 * Major units as written ("3000", "3000.50", 3000.5) to minor units, exactly.
 * Throws bad-input when it is no number, is negative, or has more decimals than the currency.
 */
export function fromMajor(amount: number | string, currency: Currency, at: string): Money {
  const text = String(amount).trim();
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  const digits = minorDigits(currency);
  if (!match || (match[2]?.replace(/0+$/, "").length ?? 0) > digits) {
    throw new ChoraleError("bad-input", sentence("money.unreadable", { value: text, currency, digits }), at, [
      { at, rule: sentence("money.rule", { currency, digits }), value: text },
    ]);
  }
  const fraction = (match[2] ?? "").slice(0, digits).padEnd(digits, "0");
  const amountMinor = Number(`${match[1]}${fraction}`);
  if (!Number.isSafeInteger(amountMinor)) {
    throw new ChoraleError("bad-input", sentence("money.tooLarge", { value: text }), at, [
      { at, rule: sentence("money.tooLarge", { value: text }), value: text },
    ]);
  }
  return { amountMinor, currency };
}

export function toMajor(money: Money): number {
  return money.amountMinor / 10 ** minorDigits(money.currency);
}
