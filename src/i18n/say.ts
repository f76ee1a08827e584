import { createInstance, type i18n } from "i18next";
import type { LocalNames } from "#core/localNames";
import { type Money, toMajor } from "#core/money";
import type { Sentence, SentenceValue } from "#core/sentence";
import { type Language, MESSAGES } from "./messages.ts";

const instances = new Map<Language, i18n>();

/**
 * A sentence in a language. Formats: {{x, number}}, {{x, figure}} (small ones too), {{x, percent}}, {{x, money}},
 * {{x, date}}, {{x, list}} of sentences, {{x, name}} and {{x, country}} of one or several, {{x, tier}}, {{x, cityTier}},
 * {{x, assumption}}; plurals by `count`.
 */
export function say(language: Language, sentence: Sentence): string {
  return instanceFor(language).t(sentence.key, { ...sentence.values });
}

/** `{key, values}` with its English text: the form in which printed documents carry sentences. */
export function withText(sentence: Sentence): Sentence & { readonly text: string } {
  return { ...sentence, text: say("en", sentence) };
}

function instanceFor(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const made = createInstance();
  void made.init({
    lng: language,
    initAsync: false,
    resources: { [language]: { translation: MESSAGES[language] } },
    interpolation: { escapeValue: false },
  });
  const format = (name: string, render: (value: SentenceValue) => string) => {
    made.services.formatter?.add(name, (value: SentenceValue) => (value === null ? "–" : render(value)));
  };
  format("number", (value) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(Number(value)),
  );
  format("figure", (value) => {
    // What a user wrote in place of a number is shown as written.
    if (Number.isNaN(Number(value))) return String(value);
    const digits =
      Math.abs(Number(value)) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
    return new Intl.NumberFormat(language, digits).format(Number(value));
  });
  format("percent", (value) =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(Number(value)),
  );
  format("money", (value) => sayMoney(language, value as Money));
  format("date", (value) =>
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(String(value))),
  );
  format("list", (value) =>
    new Intl.ListFormat(language).format((value as readonly Sentence[]).map((item) => say(language, item))),
  );
  format("name", (value) =>
    joined(language, value, (name) => (typeof name === "string" ? name : (name as LocalNames)[language])),
  );
  format("country", (value) => joined(language, value, (code) => countryName(language, String(code))));
  for (const kind of ["tier", "cityTier", "assumption"] as const)
    format(kind, (value) =>
      joined(language, value, (code) => {
        const key = `web.${kind}.${code}`;
        return made.exists(key) ? made.t(key) : String(code);
      }),
    );
  instances.set(language, made);
  return made;
}

function joined(
  language: Language,
  value: SentenceValue,
  nameOf: (one: string | LocalNames) => string,
): string {
  const all = (Array.isArray(value) ? value : [value]) as readonly (string | LocalNames)[];
  return new Intl.ListFormat(language).format(all.map(nameOf));
}

function countryName(language: Language, code: string): string {
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code)
    : code;
}

/** Whole major units above 100 and at zero, two decimals between: a boss reads "€18,000", a click costs "€0.42". */
export function sayMoney(language: Language, money: Money): string {
  const major = toMajor(money);
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: money.currency,
    ...(major === 0 || Math.abs(major) >= 100 || major === 0
      ? { maximumFractionDigits: 0, minimumFractionDigits: 0 }
      : {}),
  }).format(major);
}

/** What one of many costs, with every decimal of the currency: "€0.15", and "€120.40" a person too. */
export function sayUnitCost(language: Language, money: Money): string {
  return new Intl.NumberFormat(language, { style: "currency", currency: money.currency }).format(
    toMajor(money),
  );
}
