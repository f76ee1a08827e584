// Promise: a space is learned from 100,000 documents in seconds of CPU, a query widened in milliseconds, and a million bios
// are cut into tokens in seconds.
// node bench/topicSpace.mjs [--documents 100000] [--terms 30000]   (after a build)
import { parseArgs } from "node:util";
import { readConcepts } from "../dist/connectors/data/readConcepts.js";
import { expandQuery } from "../dist/core/catalog/discovery/expandQuery.js";
import { learnTopicSpace } from "../dist/core/catalog/discovery/learnTopicSpace.js";
import { tokensOf } from "../dist/core/catalog/discovery/tokens.js";
import { Random } from "../dist/core/random.js";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "100000" },
    terms: { type: "string", default: "30000" },
  },
});
const documents = Number(values.documents);
const terms = Number(values.terms);
const lexicon = readConcepts();
const random = new Random(1);

function timed(what, count, unit, work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(
    `${what.padEnd(46)} ${seconds.toFixed(2).padStart(7)} s CPU   ${((seconds * 1e6) / count).toFixed(2)} µs ${unit}`,
  );
  return result;
}

// Documents of 30 tokens: a third from a topic of their own, the others by Zipf's law from all; lexicon words among them.
const known = lexicon.concepts
  .flatMap(({ en, zh }) => [en[0], zh[0]])
  .flatMap((word) => tokensOf(word ?? ""));
const tokens = [...new Set([...known, ...Array.from({ length: terms * 1.2 }, (_, i) => `word${i}`)])];
const bags = Array.from({ length: documents }, () => {
  const topic = random.below(200);
  return Uint32Array.from(
    new Set(
      Array.from({ length: 30 }, (_, i) =>
        i < 10
          ? (topic * 150 + random.below(150)) % tokens.length
          : Math.min(tokens.length - 1, Math.floor(tokens.length ** random.uniform()) - 1),
      ),
    ),
  );
});
const space = timed(`learn a space of ${documents} documents`, documents, "a document", () =>
  learnTopicSpace(bags, tokens, lexicon, { seed: 1 }),
);
console.log(`  ${space.data.names.length} terms, ${space.data.width} dimensions`);
// Looked up, not counted while measuring: the index knows how many rows have a word.
const having = new Map();
for (const bag of bags)
  for (const token of bag) having.set(tokens[token], (having.get(tokens[token]) ?? 0) + 1);
const counts = { documents, documentsWith: (token) => having.get(token) ?? 0 };
for (const what of ["widen 100 queries", "widen them again"])
  timed(what, 100, "a query", () => {
    for (let i = 0; i < 100; i++) expandQuery(known[i] ?? "", lexicon, space, counts);
  });
const bios = [
  "达拉斯美食博主｜红酒品鉴、護膚測評 每周三更新 合作請私信",
  "Food & travel blogger 🍷 Wine lover, café hopper. Mom of 2. Collabs: hello at example",
];
for (const bio of bios) {
  timed(`cut 200,000 bios of ${bio.length} characters`, 200_000, "a bio", () => {
    for (let i = 0; i < 200_000; i++) tokensOf(bio + (i % 10));
  });
}
