import type { AudienceDimension } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import { policyById } from "#core/catalog/tierPolicy";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import type { Currency } from "#core/money";
import { nearestOf } from "#core/nearest";
import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { dayNumber } from "../facts/days.ts";
import { NUMBERS } from "../figures.ts";
import { FILTERS_MAX, PAGE_MAX } from "../segment/scratch.ts";
import { contradictions } from "./contradictions.ts";
import { readCursor } from "./cursor.ts";
import {
  AUDIENCE_DIMENSIONS,
  CATEGORY_PARAMS,
  FIND_PARAMS,
  type FindParams,
  KEYED_PARAMS,
  NUMBER_PARAMS,
  SORTS,
} from "./findParams.ts";
import { FindReader } from "./findReader.ts";
import type { Filter, FindQuery, SortBy, TierBands } from "./query.ts";
import { wordReader } from "./wordReader.ts";

/** A search as somebody asked for it: its words, and whom else it speaks of, are looked up by whoever searches. */
export interface FindRequest extends Omit<FindQuery, "words" | "fit"> {
  readonly text: string;
  /** Ids of creators to find alike ones of; none: not asked. */
  readonly similarTo: readonly string[];
  /** Id of the brief by which "fit" is counted. */
  readonly briefId: string | null;
  /** Name or id of the saved search since whose last look who came is new; null: nobody is marked. */
  readonly newSince: string | null;
  /** Only those who came since. */
  readonly isOnlyNew: boolean;
}

/** What words of a search are looked up in. */
export interface FindGround {
  readonly reference: Reference;
  readonly baseCurrency: Currency;
  readonly today: IsoDate;
}

/** Longer texts are cut: nobody types them, and each word costs. */
const TEXT_LENGTH_MAX = 1000;
const LIMIT = 50;

/**
 * Reads a search. Throws bad-input with every value that breaks a rule, and for conditions of which no account can meet
 * all: an empty list would look like a finding.
 */
export function readFind(params: FindParams, ground: FindGround): FindRequest {
  const reader = new FindReader(params);
  for (const name of Object.keys(params)) {
    if (FIND_PARAMS.includes(name)) continue;
    const nearest = nearestOf(name, FIND_PARAMS);
    reader.refuse(
      name,
      sentence(nearest === null ? "find.unknown" : "find.unknownNear", { name, nearest }),
      name,
    );
  }
  const text = reader.one("query").slice(0, TEXT_LENGTH_MAX);
  const filters = [
    ...readCategories(reader, ground),
    ...readNumbers(reader, ground),
    ...readKeyed(reader, ground),
    ...readAudience(reader, ground),
  ];
  if (filters.length > FILTERS_MAX)
    reader.refuse("filters", sentence("find.tooMany", { most: FILTERS_MAX }), filters.length);
  const similarTo = reader.list("similar");
  const sort = readSort(reader, text, similarTo);
  const request: FindRequest = {
    ...{ text, filters, similarTo, sort },
    briefId: reader.one("brief") || null,
    ...{ newSince: reader.one("new-since") || null, isOnlyNew: reader.isOn("only-new") },
    includeUnknown: reader.isOn("include-unknown"),
    limit: reader.whole("limit", { min: 0, max: PAGE_MAX }) ?? LIMIT,
    after: readCursor(reader),
    today: dayNumber(ground.today),
    withFacets: params["facets"] === undefined || reader.isOn("facets"),
    tierBands: readTierBands(reader, ground),
  };
  if (sort.by === "fit" && request.briefId === null) reader.refuse("sort", sentence("find.fitOfWhat"), "fit");
  if (request.isOnlyNew && request.newSince === null)
    reader.refuse("only-new", sentence("find.newSinceWhat"), "true");
  reader.details.push(...contradictions(filters, ground));
  if (reader.details.length > 0) throw refused(reader.details);
  return request;
}

function refused(details: readonly ErrorDetail[]): ChoraleError {
  const [first] = details;
  return new ChoraleError("bad-input", first?.rule ?? sentence("find.unknown"), first?.at ?? null, details);
}

function readCategories(reader: FindReader, ground: FindGround): Filter[] {
  return Object.entries(CATEGORY_PARAMS).flatMap(([param, name]) =>
    [false, true].flatMap((none): Filter[] => {
      const read = wordReader(param, ground);
      const also = param === "country" && !none ? reader.list("market") : [];
      const keys = [...reader.list(none ? `not-${param}` : param), ...also].map(read);
      return keys.length === 0 ? [] : [{ kind: "category", name, keys, none }];
    }),
  );
}

function readNumbers(reader: FindReader, { baseCurrency, today }: FindGround): Filter[] {
  return Object.entries(NUMBER_PARAMS).flatMap(([param, { name, unit }]): Filter[] => {
    if (unit === "days") {
      const days = reader.whole(`${param}-days`, { min: 0, max: 100_000 });
      if (days === null) return [];
      return [{ kind: "number", name, min: dayNumber(today) - days, max: null }];
    }
    // With a deliverable, a price is the price of that deliverable.
    if (param === "price" && reader.list("deliverable").length > 0) return [];
    const min = reader.number(`min-${param}`, unit, baseCurrency);
    const max = reader.number(`max-${param}`, unit, baseCurrency);
    const least = NUMBERS[name].bands[0] ?? null;
    if (max !== null && least !== null && max < least)
      reader.refuse(`max-${param}`, sentence("find.below", { least: 0 }), reader.one(`max-${param}`));
    return min === null && max === null ? [] : [{ kind: "number", name, min, max }];
  });
}

function readKeyed(reader: FindReader, ground: FindGround): Filter[] {
  return Object.entries(KEYED_PARAMS).flatMap(([param, name]) => {
    const read = wordReader(param, ground);
    const modes = [
      ["any", param],
      ["all", `all-${param}`],
      ["none", `not-${param}`],
    ] as const;
    return modes.flatMap(([mode, at]): Filter[] => {
      const keys = reader.list(at).map(read);
      if (keys.length === 0) return [];
      const one: Filter = { kind: "keyed", name, keys, mode, ...rangeOf(reader, name, mode, ground) };
      const span =
        name === "topic" && mode !== "none" ? reader.whole("topic-span", { min: 0, max: 100_000 }) : null;
      return span === null ? [one] : [one, { ...one, name: "topicSpan", min: span, max: null }];
    });
  });
}

function rangeOf(reader: FindReader, name: string, mode: string, { baseCurrency }: FindGround) {
  if (name === "deliverable")
    return {
      min: reader.number("min-price", "money", baseCurrency),
      max: reader.number("max-price", "money", baseCurrency),
    };
  if (name === "topic" && mode !== "none")
    return { min: reader.number("topic-share", "percent", baseCurrency), max: null };
  if (name === "brand") return { min: reader.day("brand-since"), max: null };
  return { min: null, max: null };
}

function readAudience(reader: FindReader, ground: FindGround): Filter[] {
  return reader.all("audience").flatMap((text): Filter[] => {
    const [, dimension = "", words = "", percent = ""] = /^([^:]+):(.+):([\d.]+)%?$/.exec(text.trim()) ?? [];
    const known = AUDIENCE_DIMENSIONS.find((name) => name.toLowerCase() === dimension.toLowerCase());
    const share = Number(percent);
    if (!known || percent === "" || !(share > 0 && share <= 100)) {
      const dimensions = AUDIENCE_DIMENSIONS.join(", ");
      reader.refuse("audience", sentence("find.audience", { dimensions }), text);
      return [];
    }
    // "45+" is an age of its own, "18-24+25-34" are two.
    const keys = words.split(/\+(?=.)/).map((word) => audienceKey(known, word.trim(), ground));
    return [{ kind: "audience", dimension: known, keys, minBp: Math.round(share * 100) }];
  });
}

function audienceKey(dimension: AudienceDimension, word: string, ground: FindGround): string {
  const param = { country: "country", city: "city", interest: "topic", cityTier: "city-tier" }[
    dimension as string
  ];
  if (dimension === "region") return ground.reference.cities.regionOf(word)?.slug ?? word;
  return param === undefined ? word.toLowerCase() : wordReader(param, ground)(word);
}

function readSort(reader: FindReader, text: string, similarTo: readonly string[]): SortBy {
  const said = reader.one("sort");
  const isSearch = text.trim() !== "" || similarTo.length > 0;
  const usual = isSearch ? "match" : reader.one("brief") === "" ? "followers" : "fit";
  if (said === "") return { by: usual, descending: true };
  const [name = "", way] = said.split(":");
  const by = (SORTS as Readonly<Record<string, SortBy["by"]>>)[name];
  if (by === undefined || (way !== undefined && way !== "asc" && way !== "desc")) {
    reader.refuse("sort", sentence("find.sort", { names: Object.keys(SORTS).join(", ") }), said);
    return { by: "followers", descending: true };
  }
  return { by, descending: way !== "asc" };
}

function readTierBands(reader: FindReader, { reference }: FindGround): TierBands | null {
  const id = reader.one("tier-policy");
  if (id === "") return null;
  const policy = policyById(reference.tierPolicies, id);
  if (policy === null) {
    const known = reference.tierPolicies.policies.map((one) => one.id).join(", ");
    reader.refuse("tier-policy", sentence("find.tierPolicy", { known }), id);
    return null;
  }
  const bands = [...policy.bands].sort((a, b) => a.from - b.from);
  return bands.flatMap(({ from, below, tier }, place) => {
    const next = bands[place + 1];
    const isGapBehind = below !== null && (next === undefined || next.from > below);
    return [{ from, tier }, ...(isGapBehind ? [{ from: below, tier: null }] : [])];
  });
}
