import type { AudienceDimension } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import { policyById } from "#core/catalog/tierPolicy";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import type { Currency } from "#core/money";
import { nearestOf } from "#core/nearest";
import type { IsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { dayNumber } from "../facts/days.ts";
import { FILTERS_MAX, PAGE_MAX } from "../segment/scratch.ts";
import { tokensOf } from "../tokens.ts";
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
import { ruleOfWord, wordReader } from "./wordReader.ts";

/** A search as somebody asked for it: its words, and whom else it speaks of, are looked up by whoever searches. */
export interface FindRequest extends Omit<FindQuery, "words" | "fit"> {
  readonly text: string;
  /** What of the text was not looked for. */
  readonly notes: readonly Sentence[];
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

/** What says nothing without one of the others. */
const NEEDS: readonly (readonly [param: string, beside: readonly string[]])[] = [
  ["topic-share", ["topic", "all-topic"]],
  ["topic-span", ["topic", "all-topic"]],
  ["brand-since", ["brand", "all-brand", "not-brand"]],
];

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
  for (const [param, beside] of NEEDS)
    if (reader.one(param) !== "" && beside.every((name) => reader.list(name).length === 0))
      reader.refuse(param, sentence("find.needs", { param: beside[0] ?? "" }), reader.one(param));
  const { text, notes } = readText(reader);
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
    ...{ text, notes, filters, similarTo, sort },
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
  reader.details.push(...contradictions(filters, request.tierBands, ground));
  if (reader.details.length > 0) throw refused(reader.details);
  return request;
}

/** The first fault with its value, which a rule that quotes it already says; the others are counted. */
function refused(details: readonly ErrorDetail[]): ChoraleError {
  const [first] = details;
  const { at = null, rule = sentence("find.unknown"), value = null } = first ?? {};
  const count = details.length - 1;
  const isQuoted = count === 0 && Object.values(rule.values).includes(value);
  const said = sentence(count === 0 ? "find.refused" : "find.refusedAndMore", { value, rule: [rule], count });
  return new ChoraleError("bad-input", isQuoted ? rule : said, at, details);
}

/** The text to look for: cut where it is too long, none where it holds no word; either is said. */
function readText(reader: FindReader): Pick<FindRequest, "text" | "notes"> {
  const said = reader.one("query");
  const text = said.slice(0, TEXT_LENGTH_MAX);
  if (said === "") return { text, notes: [] };
  if (tokensOf(text).length === 0) return { text: "", notes: [sentence("find.noWords")] };
  return { text, notes: said === text ? [] : [sentence("find.cut", { most: TEXT_LENGTH_MAX })] };
}

function readCategories(reader: FindReader, ground: FindGround): Filter[] {
  return Object.entries(CATEGORY_PARAMS).flatMap(([param, name]) =>
    [false, true].flatMap((none): Filter[] => {
      const at = none ? `not-${param}` : param;
      const also = param === "country" && !none ? reader.list("market") : [];
      const keys = [...reader.list(at), ...also].map((word) => readWord(reader, at, param, word, ground));
      return keys.length === 0 ? [] : [{ kind: "category", name, keys, none }];
    }),
  );
}

/** Reads a word; refuses one that no account can have, where that is known beforehand. */
function readWord(reader: FindReader, at: string, param: string, word: string, ground: FindGround): string {
  const key = wordReader(param, ground)(word);
  const rule = ruleOfWord(param, key, ground);
  if (rule !== null) reader.refuse(at, rule, word);
  return key;
}

function readNumbers(reader: FindReader, { baseCurrency, today }: FindGround): Filter[] {
  return Object.entries(NUMBER_PARAMS).flatMap(([param, of]): Filter[] => {
    const { name } = of;
    if (of.unit === "days") {
      const days = reader.whole(`${param}-days`, { min: 0, max: 100_000 });
      if (days === null) return [];
      return [{ kind: "number", name, min: dayNumber(today) - days, max: null }];
    }
    // With a deliverable, a price is the price of that deliverable.
    if (param === "price" && reader.list("deliverable").length > 0) return [];
    const range = reader.range(param, of, baseCurrency);
    return range === null ? [] : [{ kind: "number", name, ...range }];
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
  // Whom a refused deliverable costs what is no question; who sells it at all is.
  if (name === "deliverable" && mode !== "none")
    return reader.range("price", NUMBER_PARAMS.price, baseCurrency) ?? { min: null, max: null };
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
    const keys = words.split(/\+(?=.)/).map((word) => audienceKey(reader, known, word.trim(), ground));
    return [{ kind: "audience", dimension: known, keys, minBp: Math.round(share * 100) }];
  });
}

function audienceKey(
  reader: FindReader,
  dimension: AudienceDimension,
  word: string,
  ground: FindGround,
): string {
  const param = { country: "country", city: "city", interest: "topic", cityTier: "city-tier" }[
    dimension as string
  ];
  if (dimension === "region") return ground.reference.cities.regionOf(word)?.slug ?? word;
  return readWord(reader, "audience", param ?? dimension, param ? word : word.toLowerCase(), ground);
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
    reader.refuse("tier-policy", sentence("find.oneOf", { known }), id);
    return null;
  }
  const bands = [...policy.bands].sort((a, b) => a.from - b.from);
  return bands.flatMap(({ from, below, tier }, place) => {
    const next = bands[place + 1];
    const isGapBehind = below !== null && (next === undefined || next.from > below);
    return [{ from, tier }, ...(isGapBehind ? [{ from: below, tier: null }] : [])];
  });
}
