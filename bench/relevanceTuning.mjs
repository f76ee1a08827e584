// Not a promise: how the constants of relevance are chosen, on the tuning queries of bench/relevance.mjs alone. A query counts in
// both languages, with its label hidden and visible, graded by posts and by share of posts. Prints what each choice reaches,
// how far that is from the best one beside its standard error, and what choosing gains on queries it did not see.
// node bench/relevanceTuning.mjs [--shared ../shared]   (after a build; about three minutes)
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConcepts } from "../dist/connectors/data/readConcepts.js";
import { B, K1 } from "../dist/core/catalog/discovery/bm25.js";
import { expandQuery, WIDENING } from "../dist/core/catalog/discovery/expandQuery.js";
import { Random } from "../dist/core/random.js";
import { groundsOf, rankingOf } from "./relevance/grounds.mjs";
import { ndcgAt10 } from "./relevance/metrics.mjs";
import { readTasks } from "./relevance/tasks.mjs";

const { values: flags } = parseArgs({
  options: { shared: { type: "string", default: process.env.CHORALE_SHARED ?? "../shared" } },
});
const USUAL = { k1: 1.2, b: 0.75 };
const [FOLDS, ROUNDS] = [5, 20];
const lexicon = readConcepts();
const { tasks } = await readTasks(join(flags.shared, "data/catalogs"), "tuning");
const grounds = groundsOf(tasks, lexicon);
const labels = [...new Set(tasks.map(({ catalog, own }) => `${catalog} ${own}`))];

const CHOICES = [
  ...[1.2, 2, 4, 6, 8].flatMap((k1) => [0.75, 0.5, 0.3, 0.1].map((b) => ({ constants: { k1, b } }))),
  ...[{ namesMax: 3 }, { namesMax: 12 }, { namesMax: 100 }, { lexiconWeight: 0.3 }, { lexiconWeight: 0.9 }],
  ...[
    { topicWeight: 0 },
    { learnedWeight: 0 },
    { neighboursMax: 8 },
    { similarityMin: 0.5 },
    { topicPull: 0 },
  ],
].map(({ constants = { k1: K1, b: B }, ...changed }) => ({ constants, changed }));

/** A task's figures under a choice. */
function reached({ constants, changed }, task) {
  const widening = { ...WIDENING, ...changed };
  const score = (text, { index, space }) =>
    index.score(expandQuery(text, lexicon, space, index, widening), { constants });
  const both = ["own", "other"].map((side) => rankingOf(grounds.get(task), task[side], score));
  const [count, share] = [task.grades, task.shares].map((grades) =>
    mean(both.map((ranking) => ndcgAt10(ranking, grades))),
  );
  return { label: `${task.catalog} ${task.own}`, regime: task.regime, count, share };
}

/** Hidden and visible alike, both gradings alike, of the labels that are `kept`. */
function figure(rows, kept, of = ({ count, share }) => (count + share) / 2) {
  const regimes = ["hidden", "visible"].map((regime) =>
    mean(rows.filter((row) => row.regime === regime && kept(row.label)).map(of)),
  );
  return mean(regimes);
}

const measured = CHOICES.map((choice) => ({ choice, rows: tasks.map((task) => reached(choice, task)) }));
const all = () => true;
const ranking = [...measured].sort((a, b) => figure(b.rows, all) - figure(a.rows, all));
const [best] = ranking;
console.log("mean nDCG@10   by posts  by share   behind the best ± its standard error");
for (const { choice, rows } of ranking) {
  const behind = labels.map((label) => ofLabel(best.rows, label) - ofLabel(rows, label));
  const error = deviation(behind) / Math.sqrt(behind.length);
  const [count, share] = ["count", "share"].map((what) => figure(rows, all, (row) => row[what]).toFixed(3));
  const { k1, b } = choice.constants;
  console.log(
    `  ${figure(rows, all).toFixed(3)}        ${count}     ${share}      ${mean(behind).toFixed(3)} ± ${error.toFixed(3)}   k1 ${k1}, b ${b} ${JSON.stringify(choice.changed)}`,
  );
}

const usual = measured.find(
  ({ choice }) => choice.constants.k1 === USUAL.k1 && choice.constants.b === USUAL.b,
);
const shipped = measured.find(({ choice }) => choice.constants.k1 === K1 && choice.constants.b === B);
const random = new Random(7);
const gains = Array.from({ length: ROUNDS }, () => {
  const folds = new Map(labels.map((label) => [label, random.below(FOLDS)]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const unseen = (label) => folds.get(label) === fold;
    const seen = (label) => !unseen(label);
    const chosen = measured.reduce((a, b) => (figure(b.rows, seen) > figure(a.rows, seen) ? b : a));
    return [chosen, shipped].map(({ rows }) => figure(rows, unseen) - figure(usual.rows, unseen));
  });
}).flat();
["chosen anew without them", "as shipped"].forEach((what, i) => {
  const list = gains.map((pair) => pair[i]);
  console.log(
    `over the usual constants, on a fifth of the queries, ${what}: ${mean(list).toFixed(3)} ± ${deviation(list).toFixed(3)} (standard deviation)`,
  );
});

function ofLabel(rows, label) {
  return mean(rows.filter((row) => row.label === label).map(({ count, share }) => (count + share) / 2));
}
function mean(list) {
  return list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);
}
function deviation(list) {
  const middle = mean(list);
  return Math.sqrt(mean(list.map((x) => (x - middle) ** 2)));
}
