import type { FxRate } from "#core/fx";
import type { Language } from "#i18n/messages";
import type { Choice } from "./fields.tsx";

// The markets asked for most; any other ISO code can be written in the document.
const MARKETS = [
  "CN",
  "HK",
  "TW",
  "MO",
  "SG",
  "MY",
  "JP",
  "KR",
  "TH",
  "VN",
  "ID",
  "PH",
  "IN",
  "AU",
  "NZ",
  "US",
  "CA",
  "MX",
  "BR",
  "GB",
  "IE",
  "FR",
  "DE",
  "AT",
  "CH",
  "BE",
  "NL",
  "LU",
  "ES",
  "PT",
  "IT",
  "GR",
  "DK",
  "SE",
  "NO",
  "FI",
  "PL",
  "CZ",
  "AE",
  "SA",
  "IL",
  "ZA",
];

export function countriesOf(language: Language): Choice[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return MARKETS.map((value) => ({ value, label: names.of(value) ?? value }));
}

/** Currencies of the table of rates: amounts in any other could not be compared. */
export function currenciesOf(fx: readonly FxRate[], language: Language): Choice[] {
  const names = new Intl.DisplayNames(language, { type: "currency" });
  const codes = [...new Set(fx.flatMap((rate) => [rate.base, rate.quote]))].sort();
  return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}
