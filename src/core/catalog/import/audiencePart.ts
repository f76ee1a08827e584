import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import type { AudienceDimension, AudienceShare } from "../creator.ts";
import { ageKey } from "./ageKey.ts";
import type { Field } from "./field.ts";
import { type ListedShare, readShareList } from "./listText.ts";
import type { Binding } from "./mapColumns.ts";
import type { RowCells } from "./rowCells.ts";
import { type AudienceKey, provenanceOf, type RowContext } from "./rowContext.ts";

type Qualifier = AudienceShare["qualifier"];

// Everybody has one of each, so their shares cannot sum to more than all; interests and languages may.
const EXCLUSIVE: ReadonlySet<AudienceDimension> = new Set([
  "country",
  "region",
  "city",
  "cityTier",
  "age",
  "gender",
]);
/** Vendors round and recompute groups one by one: a real export has a row of 103.08 %. Beyond this it is no rounding. */
const MOST_SUM_BP = 10_500;
const KEY_CHARACTERS = 100;
const WORDS_REMEMBERED = 10_000;
const WHOLE_LIST_BP = 9_950;
const DIMENSIONS: ReadonlySet<string> = new Set([...EXCLUSIVE, "interest", "language"]);

/** The audience shares of a row: single columns, rankings in a cell, or one share a row. */
export function readAudience(cells: RowCells, context: RowContext, day: IsoDate | null): AudienceShare[] {
  const source = provenanceOf(context, true, day);
  const found = new Map<string, AudienceShare>();
  const add = (dimension: AudienceDimension, word: string, shareBp: number, qualifier: Qualifier) => {
    const place = knownKey(dimension, word, context);
    const at = `${place.dimension} ${place.key}`;
    // 旅游 and 出行 are one topic: their shares add up.
    found.set(at, {
      ...place,
      shareBp: Math.min(10_000, shareBp + (found.get(at)?.shareBp ?? 0)),
      qualifier,
      source,
    });
  };
  for (const [field, bindings] of context.columns.byField) {
    const [root = "", dimension = "", ...key] = field.split(".");
    if (root === "audience") {
      const shareBp = cells.shareBp(field);
      if (shareBp !== null) add(dimension as AudienceDimension, key.join("."), shareBp, "eq");
    } else if (root === "audienceList") {
      const list = readList(cells, field, bindings);
      const sum = list.reduce((total, entry) => total + entry.shareBp, 0);
      for (const { word, shareBp } of list)
        add(dimension as AudienceDimension, word, shareBp, sum >= WHOLE_LIST_BP ? "eq" : "censored");
    } else if (root === "audienceRank") {
      const ranked = readRanked(cells, field, key.join("."), dimension as AudienceDimension);
      if (ranked) add(dimension as AudienceDimension, ranked.word, ranked.shareBp, "censored");
    }
  }
  readLong(cells, add);
  const shares = [...found.values()];
  refuseAboveAll(cells, shares);
  return shares;
}

function readList(cells: RowCells, field: Field, bindings: readonly Binding[]): readonly ListedShare[] {
  const [cell] = cells.known(field);
  if (!cell) return [];
  const list = readShareList(cell.text);
  if (list === null) cells.refuse(bindings[0], cell.text, sentence("catalog.rule.shareList"));
  return list ?? [];
}

// "France" beside its own column of shares, or "France 45%" in one cell; a word without a share says too little.
function readRanked(
  cells: RowCells,
  field: Field,
  place: string,
  dimension: AudienceDimension,
): ListedShare | null {
  const word = cells.text(field);
  if (word === null) return null;
  const shareBp = cells.shareBp(`audienceRankShare.${dimension}.${Number(place)}`);
  return shareBp === null ? (readShareList(word)?.[0] ?? null) : { word, shareBp };
}

function readLong(
  cells: RowCells,
  add: (dimension: AudienceDimension, word: string, shareBp: number, qualifier: Qualifier) => void,
): void {
  const dimension = cells.text("audienceDimension");
  const key = cells.text("audienceKey");
  const shareBp = cells.shareBp("audienceShare");
  if (dimension === null || key === null || shareBp === null) return;
  const folded = dimension.toLowerCase().replace(/[\s_-]+/g, "");
  const named = folded === "citytier" ? "cityTier" : folded;
  if (DIMENSIONS.has(named) && key.length <= KEY_CHARACTERS)
    add(named as AudienceDimension, key, shareBp, "eq");
  else
    cells.refuse(
      cells.bindings("audienceDimension")[0],
      dimension,
      sentence("catalog.rule.dimension", { allowed: [...DIMENSIONS].join(" ") }),
    );
}

function knownKey(dimension: AudienceDimension, word: string, context: RowContext): AudienceKey {
  const at = `${dimension} ${word}`;
  const known = context.audienceKeys.get(at);
  if (known) return known;
  const found = keyOf(dimension, word, context);
  // Free text could hold a new word a row.
  if (context.audienceKeys.size < WORDS_REMEMBERED) context.audienceKeys.set(at, found);
  return found;
}

/** The words of an audience in the keys of the catalog: ISO countries, slugs of places and topics, age groups. */
function keyOf(dimension: AudienceDimension, word: string, { reference }: RowContext): AudienceKey {
  const { cities, topics } = reference;
  const region = cities.regionOf(word);
  if (dimension === "interest") return { dimension, key: topics.topicOf(word) ?? word };
  if (dimension === "age") return { dimension, key: ageKey(word) ?? word };
  if (dimension === "gender") return { dimension, key: GENDERS[word.toLowerCase()] ?? word };
  if (dimension === "country") return { dimension, key: cities.countryOf(word) ?? region?.slug ?? word };
  if (dimension === "city") return { dimension, key: cities.cityOf(word)?.slug ?? word };
  if (dimension !== "region") return { dimension, key: word };
  // Lists of regions mix in cities and countries: 广东, 广州, 美国.
  if (region) return { dimension, key: region.slug };
  const city = cities.cityOf(word);
  if (city) return { dimension: "city", key: city.slug };
  const country = cities.countryOf(word);
  return country === null ? { dimension, key: word } : { dimension: "country", key: country };
}

const GENDERS: Readonly<Record<string, string>> = {
  female: "female",
  f: "female",
  women: "female",
  女: "female",
  女性: "female",
  male: "male",
  m: "male",
  men: "male",
  男: "male",
  男性: "male",
};

function refuseAboveAll(cells: RowCells, shares: readonly AudienceShare[]): void {
  const sums = new Map<AudienceDimension, number>();
  for (const { dimension, shareBp } of shares)
    if (EXCLUSIVE.has(dimension)) sums.set(dimension, (sums.get(dimension) ?? 0) + shareBp);
  for (const [dimension, sumBp] of sums) {
    if (sumBp <= MOST_SUM_BP) continue;
    const bindings = [...cells.mapping.byField].find(([field]) => field.split(".")[1] === dimension)?.[1];
    cells.refuse(
      bindings?.[0],
      `${sumBp / 100} %`,
      sentence("catalog.rule.shareSum", {
        dimension,
        sumPercent: sumBp / 100,
        mostPercent: MOST_SUM_BP / 100,
      }),
    );
  }
}
