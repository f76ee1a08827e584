// Promise: searching a catalog of any size is instant, and every count is SQL's.
// node bench/discovery.mjs [--sizes 10000,100000,1000000] [--queries 200] [--plain 20] [--people 50] [--seed 1] [--data FOLDER]
// [--posts 0] (after a build). --posts gives each account so many. --data keeps the catalogs there, one folder a size, and finds them again: filling one is most of the time.
// --plain 0 leaves PostgreSQL's own search out: making its table and indexes for a million takes most of the time.
// For each size: real tables in an embedded PostgreSQL of its own, the index built from them, then the same questions to the
// index (filters, words, BM25, all facets, the best 50) and to PostgreSQL (a wide table with every index it can use; it need
// not score words nor count a facet without its own condition, so its job is the smaller one). Milliseconds are CPU time of
// one thread for the index and wall time of one backend for PostgreSQL. MiniSearch and FlexSearch do the words alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Document } from "flexsearch";
import MiniSearch from "minisearch";
import { readConcepts } from "../dist/connectors/data/readConcepts.js";
import { readKernels } from "../dist/connectors/data/readKernels.js";
import { readLevelRule } from "../dist/connectors/data/readLevelRule.js";
import { readReference } from "../dist/connectors/data/readReference.js";
import {
  CATEGORIES,
  KEYED,
  NUMBER_NAMES,
  NUMBERS,
  OPEN_KEYED,
} from "../dist/core/catalog/discovery/figures.js";
import { searchSegments } from "../dist/core/catalog/discovery/find/searchSegments.js";
import { openSegment } from "../dist/core/catalog/discovery/segment/openSegment.js";
import { Random } from "../dist/core/random.js";
import { openStore } from "../dist/storage/store.js";
import { AskThread } from "../dist/workers/askThread.js";
import { fillCatalog, WORKSPACE } from "./discovery/catalog.mjs";
import { randomQuery } from "./discovery/queries.mjs";
import { plainWhere } from "./plainSearch.mjs";

const { values: flags } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    queries: { type: "string", default: "200" },
    plain: { type: "string", default: "20" },
    people: { type: "string", default: "50" },
    posts: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    data: { type: "string" },
  },
});
const THREADS = 2;
/** Text libraries keep every word as a JavaScript string: beyond this they fill the memory. */
const TEXT_ACCOUNTS_MOST = 100_000;
const rows = [];

for (const size of flags.sizes.split(",").map(Number)) await measure(size);
console.table(rows);

async function measure(accounts) {
  const row = { accounts };
  const folder = flags.data
    ? join(flags.data, Number(flags.posts) > 0 ? `${accounts}-${flags.posts}` : String(accounts))
    : mkdtempSync(join(tmpdir(), "chorale-discovery-"));
  const store = await openStore({ dataDir: folder, databaseUrl: null });
  try {
    await fillCatalog(store.pool, {
      ...{ accounts, posts: Number(flags.posts), seed: Number(flags.seed) },
      withPlain: Number(flags.plain) > 0,
    });
    const built = await build(store, row);
    const segments = built.map(({ layout }) => openSegment(layout, readKernels(), 0));
    const random = new Random(Number(flags.seed));
    const queries = Array.from({ length: Number(flags.queries) }, () => randomQuery(random));
    searchAll(segments, queries, row);
    if (Number(flags.plain) > 0)
      await searchPlain(store.pool, segments, queries.slice(0, Number(flags.plain)), row);
    if (accounts <= TEXT_ACCOUNTS_MOST) await searchText(store.pool, segments, queries, row);
    await searchTogether(built, queries, row);
  } finally {
    await store.close();
    if (!flags.data) rmSync(folder, { recursive: true, force: true });
  }
  rows.push(row);
  console.log(row);
}

async function build(store, row) {
  const builder = new AskThread("searchIndex.worker", { connection: store.connection, threads: THREADS });
  const reference = readReference();
  const ground = {
    reference: { ...reference, cities: reference.cities.tables, topics: reference.topics.topics },
    levelRule: readLevelRule(),
    baseCurrency: "EUR",
    brands: [],
  };
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const request = { workspaceId: WORKSPACE, ground, groundSha256: "bench" };
  const refresh = () => builder.ask(request);
  const { segments } = await refresh();
  const used = process.cpuUsage(cpu);
  row.buildSeconds = round((performance.now() - wall) / 1000);
  row.buildCpuSeconds = round((used.user + used.system) / 1e6);
  row.indexMegabytes = Math.round(segments.reduce((sum, { layout }) => sum + layout.bytes, 0) / 1e6);
  await follow(store, refresh, row);
  await builder.end();
  return segments;
}

/** From an edit until the index has it. */
async function follow({ pool }, refresh, row) {
  const { rows } = await pool.query("SELECT id FROM account ORDER BY handle LIMIT 12");
  const times = [];
  for (const { id } of rows) {
    await pool.query(
      `WITH c AS (UPDATE counter SET value = value + 1 WHERE workspace_id = $1 AND name = 'change' RETURNING value)
       UPDATE account SET change_seq = (SELECT value FROM c) WHERE id = $2`,
      [WORKSPACE, id],
    );
    const from = performance.now();
    await refresh();
    times.push(performance.now() - from);
  }
  row.followMsP50 = quantile(times, 0.5);
  row.followMsMost = quantile(times, 1);
}

function searchAll(segments, queries, row) {
  const cpuOf = (work) => {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  for (const query of queries.slice(0, 20)) searchSegments(segments, query);
  const whole = queries.map((query) => cpuOf(() => searchSegments(segments, query)));
  const counts = queries.map((query) =>
    cpuOf(() => searchSegments(segments, { ...query, limit: 0, withFacets: false })),
  );
  row.cpuMsP50 = quantile(whole, 0.5);
  row.cpuMsP99 = quantile(whole, 0.99);
  row.countCpuMsP50 = quantile(counts, 0.5);
  row.countCpuMsP99 = quantile(counts, 0.99);
}

async function searchPlain(pool, segments, queries, row) {
  const client = await pool.connect();
  try {
    await client.query("SET max_parallel_workers_per_gather = 0; SET jit = off");
    const times = [];
    const own = [];
    for (const query of queries) {
      const from = performance.now();
      const { rows: answered } = await client.query(plainStatement(query));
      times.push(performance.now() - from);
      const start = performance.now();
      const found = searchSegments(segments, query);
      own.push(performance.now() - start);
      if (Number(answered[0].total) !== found.total)
        throw new Error(
          `PostgreSQL counts ${answered[0].total}, the index ${found.total}: ${JSON.stringify(query)}`,
        );
    }
    row.plainMsP50 = quantile(times, 0.5);
    row.timesFaster = round(quantile(times, 0.5) / quantile(own, 0.5));
  } finally {
    client.release();
  }
}

/** Count, the best 50 and every facet of one question, in one statement. */
function plainStatement(query) {
  const where = plainWhere(query, { open: [...OPEN_KEYED] });
  const facets = [
    ...CATEGORIES.map((name) => `SELECT '${name}' AS facet, "${name}" AS key, count(*) FROM m GROUP BY 2`),
    ...KEYED.filter((name) => name !== "topicSpan").map(
      (name) => `SELECT '${name}', k, count(*) FROM m, unnest("${name}") k GROUP BY 2`,
    ),
    ...NUMBER_NAMES.filter((name) => NUMBERS[name].bands.length > 0).map(
      (name) =>
        `SELECT '${name}', width_bucket("${name}", ARRAY[${NUMBERS[name].bands}]::double precision[])::text, count(*) FROM m GROUP BY 2`,
    ),
  ];
  return `WITH m AS MATERIALIZED (SELECT * FROM plain_search WHERE ${where})
    SELECT (SELECT count(*) FROM m) AS total,
      (SELECT json_agg(t) FROM (SELECT account_id, followers FROM m ORDER BY followers DESC NULLS LAST, account_id LIMIT 50) t) AS best,
      (SELECT json_agg(f) FROM (${facets.join(" UNION ALL ")}) f) AS facets`;
}

async function searchText(pool, segments, queries, row) {
  const { rows: texts } = await pool.query("SELECT id, handle, bio FROM account ORDER BY id");
  const wordy = queries.filter(({ words }) => words !== null);
  const timed = (work) => {
    const times = wordy.map((query) => {
      const from = process.cpuUsage();
      work(query.words.groups.flatMap(({ terms }) => terms.map(({ token }) => token)));
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    });
    return quantile(times, 0.5);
  };
  const mini = new MiniSearch({ fields: ["handle", "bio"], idField: "id" });
  mini.addAll(texts);
  row.miniSearchMsP50 = timed((tokens) => mini.search(tokens.join(" ")).slice(0, 50));
  const flex = new Document({ document: { id: "id", index: ["handle", "bio"] } });
  for (const text of texts) flex.add(text);
  row.flexSearchMsP50 = timed((tokens) => tokens.flatMap((token) => flex.search(token, { limit: 50 })));
  const wordsOnly = wordy.map((query) => ({ ...query, filters: [], withFacets: false }));
  const own = wordsOnly.map((query) => {
    const from = process.cpuUsage();
    searchSegments(segments, { ...query, sort: { by: "match", descending: true } });
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  row.wordsAloneMsP50 = quantile(own, 0.5);
}

/** People who each look at an answer for about a second, on two search threads, as the server has them. */
async function searchTogether(segments, queries, row) {
  const { concepts, topics } = readConcepts();
  const start = { kernels: readKernels(), concepts, topics: topics.topics };
  const searchers = Array.from(
    { length: THREADS },
    (_, thread) => new AskThread("search.worker", { ...start, thread }),
  );
  const index = {
    workspaceId: "bench",
    segments,
    buried: new Map(),
    accounts: 0,
  };
  await Promise.all(searchers.map((searcher) => searcher.ask({ kind: "publish", index })));
  const random = new Random(7);
  const latencies = [];
  const person = async (number) => {
    for (let i = 0; i < 8; i++) {
      await new Promise((resolve) => setTimeout(resolve, 500 + 1000 * random.uniform()));
      const { words: _, ...query } = queries[(number * 8 + i) % queries.length];
      const from = performance.now();
      const [idle] = [...searchers].sort((a, b) => a.load - b.load);
      await idle.ask({ kind: "search", workspaceId: "bench", text: "", isTyping: false, alike: [], query });
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: Number(flags.people) }, (_, number) => person(number)));
  row.togetherMsP50 = quantile(latencies, 0.5);
  row.togetherMsP99 = quantile(latencies, 0.99);
  await Promise.all(searchers.map((searcher) => searcher.end()));
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
}

function round(value) {
  return Math.round(value * 100) / 100;
}
