import { describe, expect, it } from "vitest";
import { centroidQuery } from "./centroidQuery.ts";
import { expandQuery } from "./expandQuery.ts";
import { learnTopicSpace } from "./learnTopicSpace.ts";
import { ConceptLexicon } from "./lexicon.ts";
import { nearestTopics } from "./nearestTopics.ts";
import { tokensOf } from "./tokens.ts";
import { conceptName, similarity, topicName } from "./topicSpace.ts";
import { chineseWord, englishWord, inventedLexicon, inventedTexts, TOPICS } from "./topicWorld.fixture.ts";

const lexicon = inventedLexicon();
const texts = inventedTexts(600, 5);
const { documents, tokens } = numbered(texts.map(({ text }) => text));
const space = learnTopicSpace(documents, tokens, lexicon, { seed: 1, dimensions: 16 });
const counted = texts.map(({ text }) => {
  const words = new Map<string, number>();
  for (const token of tokensOf(text)) words.set(token, (words.get(token) ?? 0) + 1);
  return words;
});
const counts = {
  documents: counted.length,
  documentsWith: (token: string) => counted.filter((words) => words.has(token)).length,
};
const topicNumbers = Array.from({ length: TOPICS }, (_, topic) => topic);

function numbered(all: readonly string[]) {
  const numbers = new Map<string, number>();
  const bags = all.map((text) =>
    Uint32Array.from(new Set(tokensOf(text)), (token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      return number;
    }),
  );
  return { documents: bags, tokens: [...numbers.keys()] };
}

function vectorOf(name: string): Float32Array {
  const vector = space.vectorOf(name);
  if (!vector) throw new Error(`nothing is known of ${name}`);
  return vector;
}

describe("a space learned from a market whose topics are known", () => {
  it("puts a word nearer to the words of its topic in the other language than to any other topic's", () => {
    for (const topic of topicNumbers) {
      for (let word = 2; word < 12; word++) {
        const own = similarity(vectorOf(englishWord(topic, word)), vectorOf(chineseWord(topic, word)));
        for (const other of topicNumbers.filter((candidate) => candidate !== topic)) {
          const far = similarity(vectorOf(englishWord(topic, word)), vectorOf(chineseWord(other, word)));
          expect(own, `${englishWord(topic, word)} against topic ${other}`).toBeGreaterThan(far);
        }
      }
    }
  });

  it("leaves out what says nothing: words everybody uses, and words of hardly anybody", () => {
    expect(space.vectorOf("everyday")).toBeNull();
    const rare = numbered([...texts.map(({ text }) => text), "hapax once", "hapax twice"]);
    expect(learnTopicSpace(rare.documents, rare.tokens, lexicon, { seed: 1 }).vectorOf("hapax")).toBeNull();
  });

  it("is the same to the byte for the same documents and seed", () => {
    const again = learnTopicSpace(documents, tokens, lexicon, { seed: 1, dimensions: 16 });
    expect(Buffer.from(again.data.vectors.buffer).equals(Buffer.from(space.data.vectors.buffer))).toBe(true);
  });

  it("finds the same neighbours as comparing with every token, asked once or again", () => {
    const { names, tokens: count, vectors, width } = space.data;
    for (const topic of topicNumbers) {
      const direction = vectorOf(topicName(`topic${"abcdef"[topic]}`));
      const all = names
        .slice(0, count)
        .map((token, row) => ({
          token,
          similarity: similarity(direction, vectors.subarray(row * width, (row + 1) * width)),
        }))
        .sort((a, b) => b.similarity - a.similarity);
      for (const [most, least] of [
        [5, 0],
        [5, 0],
        [count, 0.3],
      ] as const) {
        const wanted = all.filter(({ similarity: near }) => near > least).slice(0, most);
        const found = space.nearestTokens(direction, most, least);
        expect(found.map(({ token }) => token)).toEqual(wanted.map(({ token }) => token));
        found.forEach(({ similarity: near }, i) => {
          expect(near).toBeCloseTo(wanted[i]?.similarity ?? 0, 6);
        });
      }
    }
  });

  it("of no documents knows nothing, and fails nothing", () => {
    const empty = learnTopicSpace([], [], lexicon, { seed: 1 });
    expect(empty.vectorOf("wine")).toBeNull();
    expect(expandQuery("wine", lexicon, empty, counts).groups[0]?.terms).toEqual([
      { token: "wine", also: [], weight: 1, via: "exact" },
    ]);
  });
});

describe("a query", () => {
  it("gains the other language's word from the lexicon and its neighbours from the catalog", () => {
    const { groups, need } = expandQuery(englishWord(2, 0), lexicon, space, counts);
    expect(need).toBe(1);
    const terms = groups[0]?.terms ?? [];
    expect(terms[0]).toEqual({ token: englishWord(2, 0), also: [], weight: 1, via: "exact" });
    expect(terms.find(({ token }) => token === chineseWord(2, 0))?.via).toBe("lexicon");
    const learned = terms.filter(({ via }) => via === "learned").map(({ token }) => token);
    const ofTopic = new Set(
      Array.from({ length: 12 }, (_, w) => [englishWord(2, w), chineseWord(2, w)]).flat(),
    );
    expect(learned.length).toBeGreaterThan(4);
    expect(learned.filter((token) => !ofTopic.has(token))).toEqual([]);
    expect(learned.some((token) => /\p{Script=Han}/u.test(token))).toBe(true);
    for (const { weight, via } of terms) if (via !== "exact") expect(weight).toBeLessThan(1);
  });

  it("takes of a concept's many words those that most of the catalog has", () => {
    const { concepts, topics } = lexicon;
    const synonyms = Array.from({ length: 20 }, (_, i) => `synonym${i}`);
    const many = new ConceptLexicon(
      [...concepts, { slug: "many", topic: "topica", en: ["many", ...synonyms], zh: ["很多"] }],
      topics,
    );
    const rows: Readonly<Record<string, number>> = { synonym17: 30, 很多: 20, synonym9: 10 };
    const terms = expandQuery("many", many, null, {
      documents: 100,
      documentsWith: (token) => rows[token] ?? 0,
    }).groups[0]?.terms;
    const names = (terms ?? []).filter(({ via }) => via === "lexicon").map(({ token }) => token);
    expect(names.slice(0, 3)).toEqual(["synonym17", "很多", "synonym9"]);
    expect(names.length).toBeLessThan(10);
  });

  it("for a word that the lexicon does not know still reaches the other language through the catalog", () => {
    const terms = expandQuery(englishWord(4, 9), lexicon, space, counts).groups[0]?.terms ?? [];
    expect(terms.some(({ token }) => token.startsWith(chineseWord(4, 0)[0] ?? "?"))).toBe(true);
  });
});

describe("an unknown topic", () => {
  it("offers the one it belongs to, the one it looks like, and the one it is used like", () => {
    const [known] = nearestTopics(englishWord(3, 0), lexicon, space);
    expect(known).toEqual({ slug: "topicd", by: "word", word: null });
    const [slip] = nearestTopics(`${englishWord(3, 1)}s`, lexicon, space);
    expect(slip).toMatchObject({ by: "spelling", slug: "topicd" });
    const learned = nearestTopics(chineseWord(5, 8), lexicon, space);
    expect(learned[0]).toMatchObject({ slug: "topicf", by: "learned" });
    expect(nearestTopics("zzzzzzzzzz", lexicon, space)).toEqual([]);
  });

  it("stands in the space by its own name and its concepts'", () => {
    expect(similarity(vectorOf(topicName("topica")), vectorOf(conceptName("topica-0")))).toBeGreaterThan(0.5);
  });
});

describe("creators like the chosen ones", () => {
  it("are asked for by the words they share, in both languages", () => {
    const chosen = counted.filter((_, i) => texts[i]?.topic === 1 && texts[i]?.chinese === false).slice(0, 3);
    const { groups, need } = centroidQuery(chosen, counts, space);
    expect(need).toBe(1);
    const terms = groups[0]?.terms ?? [];
    expect(terms.some(({ token, via }) => via === "learned" && /\p{Script=Han}/u.test(token))).toBe(true);
    for (const { weight } of terms) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
    }
  });

  it("of no words in common are nobody", () => {
    expect(centroidQuery([], counts, space).groups).toEqual([]);
    expect(centroidQuery([new Map([["alone", 1]])], counts, null).groups).toEqual([]);
  });
});
