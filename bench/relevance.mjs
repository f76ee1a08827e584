// Promise: what a catalog teaches (learned space + lexicon) finds at least 20 % better than BM25 alone, by nDCG@10 over
// labels hidden from the index; a query in the other language reaches at least 80 % of the same one in the catalog's own.
// node bench/relevance.mjs [--shared ../shared] [--half held-out|tuning] [--misses]   (after a build)
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConcepts } from "../dist/connectors/data/readConcepts.js";
import { expandQuery, WIDENING } from "../dist/core/catalog/discovery/expandQuery.js";
import { learnTopicSpace } from "../dist/core/catalog/discovery/learnTopicSpace.js";
import { tokensOf } from "../dist/core/catalog/discovery/tokens.js";
import { Random } from "../dist/core/random.js";
import { alikeAmongTen } from "./relevance/alike.mjs";
import { accountsOf, documentOf } from "./relevance/catalogs.mjs";
import { HYPEAUDITOR, XIAOHONGSHU, YOUTUBE } from "./relevance/labels.mjs";
import { meanWithInterval, ndcgAt10, recallAt50 } from "./relevance/metrics.mjs";
import { ranked, SmallIndex } from "./relevance/smallIndex.mjs";

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
const BATCH = { xiaohongshu: 5, hypeauditor: 1, youtube: 3 };

// Grades by how many posts name the label: one may be chance, ten are a habit.
const gradeOfCount = (count) => (count < 2 ? 0 : count < 5 ? 1 : count < 10 ? 2 : 3);
const says = (words, text) => words.some((word) => text.toLowerCase().includes(word));
const saysWord = (words, text) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((w) => words.includes(w));
const tasks = [];
const addTask = (task) => tasks.push({ ...task, kind: `${task.catalog} ${task.regime}` });
function grouped(list) {
  const groups = new Map();
  for (const task of list) groups.set(task.kind, [...(groups.get(task.kind) ?? []), task]);
  return groups;
}

const xiaohongshu = await accountsOf("xiaohongshu", folder);
const tagged = (posts, label) =>
  posts.filter((post) => post.tags.some((tag) => says(label.hide, tag))).length;
for (const label of XIAOHONGSHU) {
  const hides = (text) => says(label.hide, text);
  addTask({
    ...{
      catalog: "xiaohongshu",
      regime: "hidden",
      accounts: xiaohongshu,
      hides,
      own: label.zh,
      other: label.en,
    },
    posts: (account) => account.posts,
    grades: xiaohongshu.map((account) => gradeOfCount(tagged(account.posts, label))),
  });
  addTask({
    ...{
      catalog: "xiaohongshu",
      regime: "visible",
      accounts: xiaohongshu,
      hides: null,
      own: label.zh,
      other: label.en,
    },
    posts: (account) => account.posts.filter((_, i) => i % 2 === 0),
    grades: xiaohongshu.map((account) =>
      gradeOfCount(
        2 *
          tagged(
            account.posts.filter((_, i) => i % 2 === 1),
            label,
          ),
      ),
    ),
  });
}

const instagram = await accountsOf("instagram", folder);
for (const label of HYPEAUDITOR) {
  addTask({
    ...{ catalog: "hypeauditor", regime: "hidden", accounts: instagram, own: label.en, other: label.zh },
    hides: (text) => text === label.topic,
    posts: () => [],
    grades: instagram.map((account) => (account.topics.includes(label.topic) ? 1 : 0)),
  });
}

const youtube = await accountsOf("youtube", folder);
const titled = (posts, label) => posts.filter((post) => saysWord(label.hide, post.caption ?? "")).length;
const inCategory = (posts, id) => posts.filter((post) => post.extra.category_id === id).length;
for (const label of YOUTUBE) {
  const about = (posts) => (label.category ? inCategory(posts, label.category) : titled(posts, label));
  const both = { catalog: "youtube", accounts: youtube, own: label.en, other: label.zh };
  addTask({
    ...{ ...both, regime: "hidden", hides: label.hide ? (text) => saysWord(label.hide, text) : () => false },
    posts: (account) => account.posts,
    grades: youtube.map((account) => gradeOfCount(about(account.posts))),
  });
  if (label.category) continue;
  addTask({
    ...{ ...both, regime: "visible", hides: null },
    posts: (account) => account.posts.filter((_, i) => i % 2 === 0),
    grades: youtube.map((account) => gradeOfCount(2 * about(account.posts.filter((_, i) => i % 2 === 1)))),
  });
}

/** BM25 of the tokens typed, any of them, without lexicon or space. */
function plainQuery(text) {
  const tokens = [...new Set(tokensOf(text))];
  const groups = tokens.map((token) => ({
    word: token,
    terms: [{ token, also: [], weight: 1, via: "exact" }],
  }));
  return { groups, need: 1 };
}

// Learning takes seconds, so a few labels far apart are hidden together, and where nothing is hidden all queries of a
// catalog share one index and space.
const made = new Map();
function learned(batch, half) {
  const [{ accounts, posts, kind }] = batch;
  const hiddenFrom = (i) => half !== null && (i * 7919 + 13) % 2 === half;
  const hides = (text) => batch.some((task) => task.hides(text));
  const make = () => {
    const documents = accounts.map((account, i) =>
      documentOf(account, posts(account), hiddenFrom(i) ? hides : () => false),
    );
    const index = new SmallIndex(documents.map(({ frequencies }) => frequencies));
    return { hiddenFrom, index, space: learn(documents) };
  };
  const key = half === null ? kind : batch.map(({ own }) => own).join();
  if (!made.has(`${key} ${half}`)) made.set(`${key} ${half}`, make());
  return made.get(`${key} ${half}`);
}

const METHODS = {
  bm25: (text) => plainQuery(text),
  lexicon: (text, _, index) => expandQuery(text, lexicon, null, index, widening),
  learned: (text, space, index) => expandQuery(text, lexicon, space, index, widening),
};

function learn(documents) {
  const numbers = new Map();
  const numberOf = (token) => {
    if (!numbers.has(token)) numbers.set(token, numbers.size);
    return numbers.get(token);
  };
  const bags = documents.flatMap(({ own, postBags }) => {
    if (flags.learn === "creators") return [[...new Set([...own, ...postBags.flat()])]];
    if (flags.learn === "posts") return [own, ...postBags];
    return [[...new Set([...own, ...postBags.flat()])], ...postBags];
  });
  const numbered = bags.map((bag) => Uint32Array.from(bag, numberOf));
  return learnTopicSpace(numbered, [...numbers.keys()], lexicon, {
    seed: SEED,
    dimensions: Number(flags.dimensions),
  });
}

/** Rankings by each method and language. Where a label is hidden, it is hidden from half of the creators at a time. */
function rankings(task, batch) {
  const halves = task.hides ? [0, 1] : [null];
  const scores = {};
  for (const half of halves) {
    const { hiddenFrom, index, space } = learned(batch, half);
    for (const [method, query] of Object.entries(METHODS)) {
      for (const side of ["own", "other"]) {
        const found = index.score(query(task[side], space, index), method === "bm25" ? "sum" : flags.fold);
        const key = `${method}/${side}`;
        scores[key] ??= new Array(found.length).fill(0);
        found.forEach((score, i) => {
          if (half === null || hiddenFrom(i)) scores[key][i] = score;
        });
      }
    }
  }
  return Object.fromEntries(Object.entries(scores).map(([key, list]) => [key, ranked(list)]));
}

// Every other query, a catalog and regime at a time, is for tuning; what is printed by default was never tuned on.
const kinds = grouped(tasks);
const results = [];
let skipped = 0;
for (const [kind, all] of kinds) {
  const asked = all.filter(({ grades }) => {
    const relevant = grades.filter((grade) => grade > 0).length;
    return relevant >= 5 && relevant <= grades.length * 0.7;
  });
  skipped += all.length - asked.length;
  const chosen = asked.filter((_, i) => (i % 2 === 1 ? "held-out" : "tuning") === flags.half);
  const batches = Math.ceil(chosen.length / BATCH[chosen[0].catalog]);
  chosen.forEach((task, t) => {
    const found = rankings(
      task,
      chosen.filter((_, i) => i % batches === t % batches),
    );
    const row = { kind, task, query: task.own, other: task.other };
    for (const [key, ranking] of Object.entries(found)) {
      row[key] = { ndcg: ndcgAt10(ranking, task.grades), recall: recallAt50(ranking, task.grades) };
    }
    results.push(row);
    if (flags.misses) {
      const figures = Object.keys(found).map((key) => `${key} ${row[key].ndcg.toFixed(2)}`);
      console.log(`${kind}  ${task.own} / ${task.other}  ${figures.join("  ")}`);
    }
  });
}

const random = new Random(SEED);
const KEYS = Object.keys(METHODS).flatMap((method) => [`${method}/own`, `${method}/other`]);
const mean = (rows, key, what) => rows.reduce((sum, row) => sum + row[key][what], 0) / rows.length;

function print(title, rows) {
  console.log(`\n${title}: ${rows.length} queries, in the catalog's own language and in the other`);
  for (const key of KEYS) {
    const values = rows.map((row) => row[key].ndcg);
    const { mean: ndcg, low, high } = meanWithInterval(values, random);
    const interval = `[${low.toFixed(3)}, ${high.toFixed(3)}]`;
    const recall = mean(rows, key, "recall").toFixed(3);
    console.log(`  ${key.padEnd(14)} nDCG@10 ${ndcg.toFixed(3)} ${interval}  recall@50 ${recall}`);
  }
}

function bars(title, rows) {
  const [plain, own, other] = ["bm25/own", "learned/own", "learned/other"].map((key) =>
    mean(rows, key, "ndcg"),
  );
  const bar = (what, ratio, least) =>
    console.log(`  ${ratio >= least ? "met    " : "NOT MET"} ${what} ${ratio.toFixed(2)} × (bar ${least})`);
  console.log(title);
  bar("learned + BM25 over BM25 alone:", own / plain, 1.2);
  bar("the other language over the catalog's own:", other / own, 0.8);
}

const inRegime = (regime) => results.filter(({ kind }) => kind.endsWith(regime));
console.log(`${flags.half} queries; ${skipped} labels left out: under 5 creators have them, or over 70 %`);
for (const kind of kinds.keys())
  print(
    kind,
    results.filter((row) => row.kind === kind),
  );
for (const regime of ["hidden", "visible"]) print(`all, label ${regime}`, inRegime(regime));
console.log("");
bars("Labels hidden from half of the creators, who are ranked", inRegime("hidden"));
bars("Labels visible: half of the posts indexed, the other half say who is relevant", inRegime("visible"));

// Creators like one, where what they are stands nowhere in the index: the platform's category of most of a channel's videos.
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
  ["with the space", learn(documents)],
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
    const { index, space } = learned([one.task], null);
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
