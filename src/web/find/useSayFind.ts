import { useQuery } from "@tanstack/react-query";
import { brandKey } from "#core/catalog/collaboration";
import { NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";
import { FindReader } from "#core/catalog/discovery/find/findReader";
import { tagKey } from "#core/catalog/tag";
import { type Currency, minorDigits } from "#core/money";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { sayAudienceKey } from "../creators/sayAudience.ts";
import { brandsQuery } from "../doors/brands.ts";
import { tagsQuery } from "../doors/kept.ts";
import { listsQuery } from "../doors/lists.ts";
import { useNames } from "../doors/names.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import type { NumberParam } from "./bands.ts";
import { useFindWords } from "./useFindWords.ts";

export interface SayFind {
  /** A word of a facet in the reader's words. */
  readonly key: (param: string, key: string) => string;
  /** A figure as the index keeps it. */
  readonly figure: (param: NumberParam, value: number) => string;
  /** The bound of a band, short; `value` as the index keeps it. */
  readonly bound: (param: NumberParam, value: number) => string;
  /** A bound as somebody typed it. */
  readonly typed: (param: NumberParam, text: string) => string;
}

export function useSayFind(currency: Currency): SayFind {
  const words = useWords();
  const word = useFindWords();
  const names = useNames();
  const workspace = useWorkspace();
  const tags = useQuery(tagsQuery(workspace)).data?.tags ?? [];
  const lists = useQuery(listsQuery(workspace)).data?.lists ?? [];
  const brands = useQuery(brandsQuery(workspace)).data?.brands ?? [];
  const { language, say } = words;
  const brand = (key: string) => brands.find(({ name }) => brandKey(name) === key)?.name ?? key;
  const yesNo = (key: string) => (key === "yes" || key === "no" ? word(key) : key);
  const spoken = (code: string) =>
    /^[a-z]{2,3}(-\w+)*$/i.test(code)
      ? (new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code)
      : code;
  const sayers: Readonly<Record<string, (key: string) => string>> = {
    platform: names.platform,
    country: names.country,
    market: names.country,
    city: names.place,
    region: names.place,
    "city-tier": names.cityTier,
    cityTier: names.cityTier,
    language: spoken,
    tier: names.tier,
    level: (key) => say(sentence(`catalog.level.name.${key}`)),
    contact: yesNo,
    contacted: yesNo,
    customer: yesNo,
    topic: names.topic,
    interest: names.topic,
    deliverable: (slug) => names.deliverable(null, slug, 1),
    brand,
    mentions: brand,
    tag: (key) => tags.find(({ tag }) => tagKey(tag) === key)?.tag ?? key,
    list: (key) => lists.find(({ id }) => id === key)?.name ?? key,
    gender: (key) => sayAudienceKey(words, "gender", key),
  };
  const compact = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
  const currencyFormat = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, { style: "currency", currency, ...options });
  const short = (param: NumberParam, value: number) => {
    switch (NUMBER_PARAMS[param].unit) {
      case "percent":
        return words.percent(value / 10_000, 2);
      case "money":
        return currencyFormat({
          notation: "compact",
          maximumFractionDigits: 1,
          minimumFractionDigits: 0,
        }).format(value / 10 ** minorDigits(currency));
      case "thousandth":
        return words.number(value / 1000, 1);
      default:
        return value < 100 ? words.number(value, 1) : compact.format(value);
    }
  };
  return {
    key: (param, key) => sayers[param]?.(key) ?? key,
    bound: short,
    figure: (param, value) => {
      switch (NUMBER_PARAMS[param].unit) {
        case "count":
          return words.number(value);
        case "percent":
          return words.percent(value / 10_000, 1);
        case "days":
          return words.date(dayOf(value * 86_400_000));
        case "money":
          return words.money({ amountMinor: Math.round(value), currency });
        default:
          return short(param, value);
      }
    },
    typed: (param, text) => {
      const { unit } = NUMBER_PARAMS[param];
      const value = new FindReader({ text: [text] }).number("text", unit, currency);
      if (value === null) return text;
      if (unit === "percent") return words.percent(value / 10_000, 2);
      if (unit === "money")
        return currencyFormat({ minimumFractionDigits: 0 }).format(value / 10 ** minorDigits(currency));
      return words.number(unit === "thousandth" ? value / 1000 : value, 2);
    },
  };
}
