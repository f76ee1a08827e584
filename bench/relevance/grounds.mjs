import { learnTopicSpace } from "../../dist/core/catalog/discovery/learnTopicSpace.js";
import { documentOf } from "./catalogs.mjs";
import { ranked, SmallIndex } from "./smallIndex.mjs";

const SEED = 7;
// Learning takes seconds, so a few labels far apart are hidden together.
const BATCH = { xiaohongshu: 5, hypeauditor: 1, youtube: 3 };

/**
 * The space a catalog teaches.
 * @param documents as `documentOf` makes them
 * @param from "posts" (each post by itself, and what an account says of itself), "creators" (whole accounts) or both
 */
export function learn(documents, lexicon, { from = "posts", dimensions = 64 } = {}) {
  const numbers = new Map();
  const numberOf = (token) => {
    if (!numbers.has(token)) numbers.set(token, numbers.size);
    return numbers.get(token);
  };
  const bags = documents.flatMap(({ own, postBags }) => {
    const whole = [...new Set([...own, ...postBags.flat()])];
    if (from === "creators") return [whole];
    return from === "posts" ? [own, ...postBags] : [whole, ...postBags];
  });
  const numbered = bags.map((bag) => Uint32Array.from(bag, numberOf));
  return learnTopicSpace(numbered, [...numbers.keys()], lexicon, { seed: SEED, dimensions });
}

/**
 * What each task is asked of: an index and a space where nothing is hidden, and where something is, one for each half of
 * the creators that it is hidden from. `ranks` says whether a row is ranked there. Tasks of a kind share what they can.
 */
export function groundsOf(tasks, lexicon, options) {
  const grounds = new Map();
  const make = ({ accounts, posts }, hides, half) => {
    const ranks = (i) => half === null || (i * 7919 + 13) % 2 === half;
    const documents = accounts.map((account, i) =>
      documentOf(account, posts(account), half !== null && ranks(i) ? hides : () => false),
    );
    const index = new SmallIndex(documents.map(({ frequencies }) => frequencies));
    return { ranks, index, space: learn(documents, lexicon, options) };
  };
  for (const kind of new Set(tasks.map((task) => task.kind))) {
    const all = tasks.filter((task) => task.kind === kind);
    const [first] = all;
    if (!first.hides) {
      const ground = make(first, null, null);
      for (const task of all) grounds.set(task, [ground]);
      continue;
    }
    const batches = Math.ceil(all.length / BATCH[first.catalog]);
    for (let b = 0; b < batches; b++) {
      const batch = all.filter((_, i) => i % batches === b);
      const hides = (text) => batch.some((task) => task.hides(text));
      const made = [0, 1].map((half) => make(first, hides, half));
      for (const task of batch) grounds.set(task, made);
    }
  }
  return grounds;
}

/**
 * The rows that a method ranks for a task, best first. Where a label is hidden, it is hidden from half of the creators at a
 * time, and these are ranked.
 * @param score (text, ground) → a score for each row, 0 where it is not found
 */
export function rankingOf(grounds, text, score) {
  const scores = new Map();
  for (const ground of grounds) {
    score(text, ground).forEach((value, row) => {
      if (ground.ranks(row)) scores.set(row, value);
    });
  }
  return ranked([...scores].sort(([a], [b]) => a - b).map(([, value]) => value));
}
