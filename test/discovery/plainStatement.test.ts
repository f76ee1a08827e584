import { readFileSync } from "node:fs";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idf, termScore } from "#core/catalog/discovery/bm25";
import type { AccountFacts } from "#core/catalog/discovery/facts/accountFacts";
import { FIELD_WEIGHTS } from "#core/catalog/discovery/fieldWeights";
import {
  AGED,
  AGES_DAYS,
  CATEGORIES,
  KEYED,
  NUMBER_NAMES,
  NUMBERS,
  OPEN_KEYED,
} from "#core/catalog/discovery/figures";
import type { FacetName } from "#core/catalog/discovery/find/countFacets";
import type { FindQuery } from "#core/catalog/discovery/find/query";
import { searchSegments } from "#core/catalog/discovery/find/searchSegments";
import type { QueryGroups } from "#core/catalog/discovery/queryGroups";
import { bury, type OpenSegment, openSegment } from "#core/catalog/discovery/segment/openSegment";
import { SegmentBuilder } from "#core/catalog/discovery/segment/segmentBuilder";
import { tokensOf } from "#core/catalog/discovery/tokens";
import { Random } from "#core/random";
import { plainCategory, plainRow, plainTable, plainWhere } from "../../bench/plainSearch.mjs";
import { freshDatabase, type TestDatabase } from "../database.ts";
import { inventFacts } from "./inventFacts.ts";
import { inventQuery } from "./inventQuery.ts";

// The long run: CHORALE_QUERIES=20000 npx vitest run test/discovery/plainStatement
const QUERIES = Number(process.env["CHORALE_QUERIES"] ?? 1500);
const ACCOUNTS = 700;
const GONE = 40;
const OPEN = [...OPEN_KEYED];

let database: TestDatabase;
let pool: Pool;
let segments: OpenSegment[];

interface Counted {
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
}
/** Of the accounts that stand, and of every version in the index: buried ones are still counted by BM25. */
let documents: ReadonlyMap<string, Counted>;
let versions: readonly Counted[];

beforeAll(async () => {
  database = await freshDatabase();
  pool = database.pool;
  const random = new Random(20261127);
  const all = Array.from({ length: ACCOUNTS }, (_, index) => inventFacts(random, index));
  // Three segments of very different sizes, the last with newer versions of accounts of the first.
  const module = new WebAssembly.Module(
    readFileSync(new URL("../../kernels/discovery.wasm", import.meta.url)),
  );
  const renewed = all.slice(0, 60).map((facts, index) => ({
    ...inventFacts(random, index),
    accountId: facts.accountId,
  }));
  segments = [all.slice(0, 500), all.slice(500), renewed].map((some) => {
    const builder = new SegmentBuilder();
    for (const facts of some) builder.add(facts);
    return openSegment(builder.finish(2), module, 1);
  });
  const gone = all.slice(480, 480 + GONE).map(({ accountId }) => accountId);
  bury(segments[0]!, [...renewed.map(({ accountId }) => accountId), ...gone]);
  bury(segments[1]!, gone);

  versions = [...all, ...renewed].map(counted);

  const table = plainTable({ numbers: NUMBER_NAMES, categories: CATEGORIES, keyed: KEYED });
  await pool.query(table.create);
  const standing = [...renewed, ...all.slice(60)].filter(({ accountId }) => !gone.includes(accountId));
  documents = new Map(standing.map((facts) => [facts.accountId, counted(facts)]));
  const rows = standing.map((facts) => plainRow(facts, Object.values(facts.words).flat().flatMap(tokensOf)));
  await pool.query(
    "INSERT INTO plain_search SELECT r.* FROM json_array_elements($1) j, json_populate_record(NULL::plain_search, j) r",
    [JSON.stringify(rows)],
  );
  await pool.query("ANALYZE plain_search");
});

afterAll(() => database.drop());

describe("a search", () => {
  it(`answers ${QUERIES} random questions with the counts, rows and order that SQL answers with`, async () => {
    const random = new Random(7);
    let answered = 0;
    for (let i = 0; i < QUERIES; i++) {
      const query = inventQuery(random);
      const found = searchSegments(segments, query);
      const said = JSON.stringify(query);
      const [counts] = (
        await pool.query<{ total: number; sure: number; possible: number }>(
          `SELECT count(*) FILTER (WHERE ${where(query)}) AS total,
             count(*) FILTER (WHERE ${where(query, { possible: false })}) AS sure,
             count(*) FILTER (WHERE ${where(query, { possible: true })}) AS possible FROM plain_search`,
        )
      ).rows;
      expect([found.total, found.unknown], said).toEqual([counts?.total, counts!.possible - counts!.sure]);
      const pages = await bothPages(query);
      expect(pages.found, said).toEqual(pages.plain);
      await expectFacets(query, random.below(FACETS.length), said);
      if (query.words) expectMatches(query, said);
      answered += found.total;
    }
    // Not a comparison of nothing with nothing.
    expect(answered).toBeGreaterThan(20 * QUERIES);
  });
});

/** Two pages of the index, one after the other, and the same rows of the statement. */
async function bothPages(query: FindQuery) {
  const first = searchSegments(segments, query).ranked;
  const last = first.at(-1);
  const second = last ? searchSegments(segments, { ...query, after: last }).ranked : [];
  const { by, descending } = query.sort;
  const plain = await pool.query<{ account_id: string }>(
    `SELECT account_id FROM plain_search WHERE ${where(query)}
     ORDER BY "${by}" ${descending ? "DESC" : "ASC"} NULLS LAST, account_id LIMIT ${2 * query.limit}`,
  );
  return {
    found: [...first, ...second].map(({ accountId }) => accountId),
    plain: plain.rows.map(({ account_id }) => account_id),
  };
}

/** By how well they match, the same accounts come in the order of BM25 as it is written down, and facets stay as they are. */
function expectMatches(query: FindQuery, said: string): void {
  const matched = searchSegments(segments, {
    ...query,
    sort: { by: "match", descending: true },
    limit: ACCOUNTS,
  });
  const plain = searchSegments(segments, { ...query, limit: ACCOUNTS });
  const scored = plain.ranked
    .map(({ accountId }) => ({ accountId, score: bm25(accountId, query.words!) }))
    .sort((a, b) => b.score - a.score || (a.accountId < b.accountId ? -1 : 1));
  expect(
    matched.ranked.map(({ key }) => key),
    said,
  ).toEqual(scored.map(({ score }) => expect.closeTo(score, 3)));
  expect(new Set(matched.ranked.map(({ accountId }) => accountId))).toEqual(
    new Set(scored.map(({ accountId }) => accountId)),
  );
  expect(matched.facets, said).toEqual(plain.facets);
}

function bm25(accountId: string, { groups }: QueryGroups): number {
  const counts = documents.get(accountId)!;
  let score = 0;
  for (const { token, also, weight } of groups.flatMap(({ terms }) => terms)) {
    if (![token, ...also].every((word) => counts.words.has(word))) continue;
    const documentsWith = versions.filter(({ words }) => words.has(token)).length;
    const mean = versions.reduce((sum, { length }) => sum + length, 0) / versions.length;
    score +=
      weight * termScore(counts.words.get(token)!, idf(versions.length, documentsWith), counts.length, mean);
  }
  return score;
}

/** An account's words, weighted by field. */
function counted(facts: AccountFacts): Counted {
  const words = new Map<string, number>();
  let length = 0;
  for (const [field, weight] of Object.entries(FIELD_WEIGHTS)) {
    for (const token of facts.words[field as keyof typeof FIELD_WEIGHTS].flatMap(tokensOf)) {
      words.set(token, (words.get(token) ?? 0) + weight);
      length += weight;
    }
  }
  return { words, length };
}

const FACETS = [
  ...CATEGORIES,
  ...KEYED.filter((name) => name !== "topicSpan"),
  ...NUMBER_NAMES.filter((name) => NUMBERS[name].bands.length > 0),
  ...AGED,
];

/** Two facets of each question: all of them would be forty statements. */
async function expectFacets(query: FindQuery, from: number, said: string): Promise<void> {
  const { facets } = searchSegments(segments, query);
  for (const name of [FACETS[from]!, FACETS[(from + 11) % FACETS.length]!]) {
    const { rows } = await pool.query<{ key: string | null; count: number }>(plainFacet(query, name));
    const known = rows.filter(({ key }) => key !== null).map(({ key, count }) => [key, count]);
    const unknown = rows.find(({ key }) => key === null)?.count ?? 0;
    expect([...facets.get(name)!.counts].sort(byKey), `${name} of ${said}`).toEqual(known.sort(byKey));
    expect(facets.get(name)!.unknown, `${name} unknown of ${said}`).toBe(unknown);
  }
}

function plainFacet(query: FindQuery, name: FacetName): string {
  const leave = query.filters.flatMap((filter, place) =>
    filter.kind !== "audience" && filter.name === name && (filter.kind !== "keyed" || filter.mode === "any")
      ? [place]
      : [],
  );
  const rows = `FROM plain_search WHERE ${where(query, { leave })}`;
  if (CATEGORIES.some((category) => category === name))
    return `SELECT ${plainCategory(name, query.tierBands)} AS key, count(*) AS count ${rows} GROUP BY 1`;
  if (KEYED.some((keyed) => keyed === name))
    return `SELECT k AS key, count(*) AS count FROM (SELECT "${name}" AS keys ${rows}) f
      LEFT JOIN LATERAL unnest(keys) k ON true GROUP BY 1`;
  if (AGED.some((aged) => aged === name))
    return `SELECT d.days::text AS key, count(*) FILTER (WHERE "${name}" >= ${query.today} - d.days) AS count
      FROM (SELECT "${name}" ${rows}) f, unnest(ARRAY[${AGES_DAYS}]) d (days) GROUP BY 1
      HAVING count(*) FILTER (WHERE "${name}" >= ${query.today} - d.days) > 0
      UNION ALL SELECT NULL, count(*) ${rows} AND "${name}" IS NULL`;
  const { bands } = NUMBERS[name as keyof typeof NUMBERS];
  const band = `CASE WHEN "${name}" >= ${bands[0]} THEN width_bucket("${name}", ARRAY[${bands.join(",")}]::double precision[])::text END`;
  return `SELECT ${band} AS key, count(*) AS count ${rows} GROUP BY 1`;
}

function where(query: FindQuery, options: Parameters<typeof plainWhere>[1] = {}): string {
  return plainWhere(query, { open: OPEN, ...options });
}

function byKey([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
