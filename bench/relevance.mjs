// Promise: what a catalog teaches (learned space + lexicon) finds at least 20 % better than BM25 alone, by nDCG@10 over
// labels hidden from the index; a query in the other language reaches at least 80 % of the same one in the catalog's own.
// node bench/relevance.mjs [--shared ../shared] [--half held-out|tuning] [--misses]   (after a build)
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConcepts } from "../dist/connectors/data/readConcepts.js";
import { expandQuery, WIDENING } from "../dist/core/catalog/discovery/expandQuery.js";
import { tokensOf } from "../dist/core/catalog/discovery/tokens.js";
import { Random } from "../dist/core/random.js";
import { alikeAmongTen } from "./relevance/alike.mjs";
import { accountsOf, documentOf } from "./relevance/catalogs.mjs";
import { groundsOf, learn, rankingOf } from "./relevance/grounds.mjs";
import { meanWithInterval, ndcgAt10, recallAt50 } from "./relevance/metrics.mjs";
import { ranked } from "./relevance/smallIndex.mjs";
import { readTasks } from "./relevance/tasks.mjs";

const { values: flags } = parseArgs({
  options: {
    shared: { type: "string", default: process.env.CHORALE_SHARED ?? "../shared" },
    half: { type: "string", default: "held-out" },
    learn: { type: "string", default: "posts" },
    widening: { type: "string", default: "{}" },
    fold: { type: "string", default: "sum" },
    dimensions: { type: "string", default: "64" },
    misses: { type: "boolean", default: false },
  },
});
const widening = { ...WIDENING, ...JSON.parse(flags.widening) };
const lexicon = readConcepts();
const folder = join(flags.shared, "data/catalogs");
const SEED = 7;
/** BM25 alone is measured as everybody ships it; the product's own constants are a method of their own. */
const USUAL = { k1: 1.2, b: 0.75 };
const { tasks, skipped } = await readTasks(folder, flags.half);
const grounds = groundsOf(tasks, lexicon, { from: flags.learn, dimensions: Number(flags.dimensions) });

/** BM25 of the tokens typed, any of them, without lexicon or space. */
function plainQuery(text) {
  const tokens = [...new Set(tokensOf(text))];
  const groups = tokens.map((token) => ({
    word: token,
    terms: [{ token, also: [], weight: 1, via: "exact" }],
  }));
  return { groups, need: 1 };
}

const { fold } = flags;
const METHODS = {
  bm25: (text, { index }) => index.score(plainQuery(text), { constants: USUAL }),
  "bm25 tuned": (text, { index }) => index.score(plainQuery(text)),
  lexicon: (text, { index }) => index.score(expandQuery(text, lexicon, null, index, widening), { fold }),
  learned: (text, { index, space }) =>
    index.score(expandQuery(text, lexicon, space, index, widening), { fold }),
};
const KEYS = Object.keys(METHODS).flatMap((method) => [`${method}/own`, `${method}/other`]);

const kinds = new Set(tasks.map(({ kind }) => kind));
const results = tasks.map((task) => {
  const row = { kind: task.kind, task, query: task.own, other: task.other };
  for (const [method, score] of Object.entries(METHODS)) {
    for (const side of ["own", "other"]) {
      const ranking = rankingOf(grounds.get(task), task[side], score);
      row[`${method}/${side}`] = {
        ndcg: ndcgAt10(ranking, task.grades),
        share: ndcgAt10(ranking, task.shares),
        recall: recallAt50(ranking, task.grades),
      };
    }
  }
  if (flags.misses) {
    const figures = KEYS.map((key) => `${key} ${row[key].ndcg.toFixed(2)}`);
    console.log(`${task.kind}  ${task.own} / ${task.other}  ${figures.join("  ")}`);
  }
  return row;
});

const random = new Random(SEED);
const mean = (rows, key, what) => rows.reduce((sum, row) => sum + row[key][what], 0) / rows.length;

function print(title, rows) {
  console.log(`\n${title}: ${rows.length} queries, in the catalog's own language and in the other`);
  for (const key of KEYS) {
    const values = rows.map((row) => row[key].ndcg);
    const { mean: ndcg, low, high } = meanWithInterval(values, random);
    const interval = `[${low.toFixed(3)}, ${high.toFixed(3)}]`;
    const share = mean(rows, key, "share").toFixed(3);
    const recall = mean(rows, key, "recall").toFixed(3);
    console.log(
      `  ${key.padEnd(16)} nDCG@10 ${ndcg.toFixed(3)} ${interval}  by share of posts ${share}  recall@50 ${recall}`,
    );
  }
}

function bars(title, rows) {
  const [plain, tuned, own, other] = ["bm25/own", "bm25 tuned/own", "learned/own", "learned/other"].map(
    (key) => mean(rows, key, "ndcg"),
  );
  const [plainShare, ownShare] = ["bm25/own", "learned/own"].map((key) => mean(rows, key, "share"));
  const bar = (what, ratio, least) =>
    console.log(`  ${ratio >= least ? "met    " : "NOT MET"} ${what} ${ratio.toFixed(2)} × (bar ${least})`);
  console.log(title);
  bar("learned + BM25 over BM25 alone:", own / plain, 1.2);
  console.log(`          over BM25 alone with the product's constants ${(own / tuned).toFixed(2)} ×`);
  console.log(`          graded by share of posts, over BM25 alone ${(ownShare / plainShare).toFixed(2)} ×`);
  bar("the other language over the catalog's own:", other / own, 0.8);
}

const inRegime = (regime) => results.filter(({ kind }) => kind.endsWith(regime));
console.log(`${flags.half} queries; ${skipped} labels left out: under 5 creators have them, or over 70 %`);
for (const kind of kinds)
  print(
    kind,
    results.filter((row) => row.kind === kind),
  );
for (const regime of ["hidden", "visible"]) print(`all, label ${regime}`, inRegime(regime));
console.log("");
bars("Labels hidden from half of the creators, who are ranked", inRegime("hidden"));
bars("Labels visible: half of the posts indexed, the other half say who is relevant", inRegime("visible"));

// Creators like one, where what they are stands nowhere in the index: the platform's category of most of a channel's videos.
const youtube = await accountsOf("youtube", folder);
const documents = youtube.map((account) => documentOf(account, account.posts, () => false));
const categories = youtube.map(({ posts }) => {
  const counts = new Map();
  for (const { extra } of posts) counts.set(extra.category_id, (counts.get(extra.category_id) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
});
const frequencies = documents.map((document) => document.frequencies);
console.log("\nCreators like one channel, the others of its category among the first ten");
for (const [name, space] of [
  ["words alone", null],
  ["with the space", learn(documents, lexicon, { from: flags.learn })],
]) {
  const { shares, chances } = alikeAmongTen(frequencies, categories, space);
  const { mean: share, low, high } = meanWithInterval(shares, random);
  const chance = chances.reduce((a, b) => a + b, 0) / chances.length;
  console.log(
    `  ${name.padEnd(15)} ${share.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}], by chance ${chance.toFixed(3)}; ${shares.length} channels`,
  );
}
// How many words of several must be there: two labels of a catalog asked for together, both of which a creator must have.
console.log("\nTwo words together, in the catalog's own language, nDCG@10 and found creators that have both");
for (const need of [1, 2]) {
  const rows = pairsOf(results.filter(({ kind }) => kind === "xiaohongshu visible")).map(([one, other]) => {
    const [{ index, space }] = grounds.get(one.task);
    const query = expandQuery(`${one.query} ${other.query}`, lexicon, space, index, widening);
    const grades = one.task.grades.map((grade, i) => Math.min(grade, other.task.grades[i]));
    const ranking = ranked(index.score({ ...query, need: Math.min(need, query.groups.length) }));
    const right = ranking.filter((row) => grades[row] > 0).length;
    return {
      ndcg: ndcgAt10(ranking, grades),
      precision: right / Math.max(1, ranking.length),
      has: grades.some((g) => g > 0),
    };
  });
  const asked = rows.filter(({ has }) => has);
  const average = (what) => (asked.reduce((sum, row) => sum + row[what], 0) / asked.length).toFixed(3);
  console.log(
    `  ${need} of 2 needed   nDCG@10 ${average("ndcg")}   of the found have both ${average("precision")}; ${asked.length} pairs`,
  );
}

function pairsOf(list) {
  return list.slice(1).map((row, i) => [list[i], row]);
}
