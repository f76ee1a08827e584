import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { bookedName, isMixed, isSeveral } from "#core/catalog/bookedName";
import type { BookingRoute, DealKind } from "#core/catalog/deal";
import { platformOf } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { policyById } from "#core/catalog/tierPolicy";
import { SIZE_BANDS } from "#core/forecast/sizeBand";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords, type Words } from "../words/words.tsx";
import { referenceQuery } from "./reference.ts";

/** What slugs are called in the reader's language; an unknown slug is shown as it is. */
export interface Names {
  readonly platform: (slug: string) => string;
  readonly creatorWord: (platform: string) => string;
  readonly format: (platform: string, slug: string) => string;
  readonly deliverable: (platform: string | null, slug: string, count: number) => string;
  readonly deal: (kind: DealKind) => string;
  readonly route: (route: BookingRoute) => string;
  readonly topic: (slug: string) => string;
  readonly tier: (slug: string) => string;
  /** A tier policy by its id. */
  readonly policy: (id: string) => string;
  readonly cityTier: (slug: string) => string;
  readonly country: (code: string) => string;
  readonly place: (slug: string) => string;
  /** A word of an assumption's scope: a platform, a country, a topic, a size; any other as it is. */
  readonly scope: (word: string) => string;
}

const CITY_TIERS = ["1", "new1", "2", "3", "4", "5", "other", "unknown"] as const;
const TIERS = ["koc", "nano", "micro", "mid", "macro", "mega"] as const;

export function useNames(): Names {
  const words = useWords();
  const reference = useQuery(referenceQuery(useWorkspace())).data;
  return useMemo(() => namesOf(words, reference), [words, reference]);
}

export function namesOf(words: Words, reference: Reference | undefined): Names {
  const { language, t } = words;
  const platforms = reference?.platforms ?? [];
  const sizeName = (word: string) => {
    const band = SIZE_BANDS.find((each) => each === word);
    return band === undefined ? null : t(`size.${band}`);
  };
  return {
    platform: (slug) => platformOf(platforms, slug)?.names[language] ?? slug,
    creatorWord: (slug) => platformOf(platforms, slug)?.creatorWord[language] ?? t("creators.creator"),
    format: (platform, slug) =>
      platformOf(platforms, platform)?.formats.find((format) => format.slug === slug)?.names[language] ??
      slug,
    deliverable: (platform, slug, count) => {
      const name = bookedName(platforms, platform, slug, language);
      if (!isSeveral(slug, count)) return name;
      return isMixed(slug) ? t("plan.mixed", { what: name, count }) : `${count} × ${name}`;
    },
    deal: (kind) => reference?.deals.kinds.find(({ slug }) => slug === kind)?.names[language] ?? kind,
    route: (route) => reference?.deals.routes.find(({ slug }) => slug === route)?.names[language] ?? route,
    topic: (slug) => reference?.topics.topics.find((topic) => topic.slug === slug)?.names[language] ?? slug,
    tier: (slug) => {
      const known = TIERS.find((tier) => tier === slug);
      return known ? t(`tier.${known}`) : slug;
    },
    policy: (id) => (reference && policyById(reference.tierPolicies, id)?.names[language]) ?? id,
    cityTier: (slug) => {
      const known = CITY_TIERS.find((tier) => tier === slug);
      return known ? t(`cityTier.${known}`) : slug;
    },
    country: (code) =>
      /^[A-Z]{2}$/.test(code)
        ? (new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code)
        : code === "overseas"
          ? t("audience.overseas")
          : code,
    scope: (word) =>
      sizeName(word) ??
      platformOf(platforms, word)?.names[language] ??
      (/^[A-Z]{2}$/.test(word) ? new Intl.DisplayNames(language, { type: "region" }).of(word) : null) ??
      reference?.topics.topics.find((topic) => topic.slug === word)?.names[language] ??
      word,
    place: (slug) =>
      (reference?.cities.cityOf(slug) ?? reference?.cities.regionOf(slug))?.names[language] ?? slug,
  };
}
