import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idf } from "./bm25.ts";
import { boundAdded } from "./boundAdded.ts";
import type { QueryTerm } from "./queryGroups.ts";

const DOCUMENTS = 1000;
const term = (token: string, weight: number, via: QueryTerm["via"]): QueryTerm => ({
  token,
  also: [],
  weight,
  via,
});
const countsOf = (having: Readonly<Record<string, number>>) => ({
  documents: DOCUMENTS,
  documentsWith: (token: string) => having[token] ?? 0,
});

describe("what is added to a word of a query", () => {
  const exact = term("hanfu", 1, "exact");
  const neighbours = [term("guzheng", 0.3, "learned"), term("qipao", 0.3, "learned")];

  it("stays as it was where the catalog hardly has the word", () => {
    const counts = countsOf({ hanfu: 0, guzheng: 5, qipao: 40 });
    expect(boundAdded([exact, ...neighbours], [exact], counts)).toEqual([exact, ...neighbours]);
  });

  it("counts no more than the word itself where many have it, however rare the neighbours", () => {
    const counts = countsOf({ hanfu: 400, guzheng: 2, qipao: 2 });
    const [kept, ...added] = boundAdded([exact, ...neighbours], [exact], counts);
    expect(kept).toEqual(exact);
    for (const { weight } of added)
      expect(weight * idf(DOCUMENTS, 2)).toBeCloseTo(0.3 * idf(DOCUMENTS, 400), 10);
  });

  it("is bounded alike in both languages: by the commonest name of what is meant", () => {
    const chinese = term("汉服", 0.6, "lexicon");
    const [foreign, own] = boundAdded([exact, chinese], [exact, chinese], countsOf({ 汉服: 300 }));
    expect(foreign?.weight).toBe(1);
    expect(own?.weight).toBe(0.6);
    const [, , rare] = boundAdded(
      [exact, chinese, term("guzheng", 0.3, "learned")],
      [exact, chinese],
      countsOf({ 汉服: 300, guzheng: 2 }),
    );
    expect(rare?.weight).toBeCloseTo((0.3 * idf(DOCUMENTS, 300)) / idf(DOCUMENTS, 2), 10);
  });

  it("never tells more than the word by any term, nor more than it by all learned ones together", () => {
    const rows = fc.integer({ min: 0, max: DOCUMENTS });
    const neighbour = fc.record({ rows, weight: fc.double({ min: 0.01, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(rows, fc.array(neighbour, { maxLength: 16 }), (own, others) => {
        const having = Object.fromEntries(others.map((other, i) => [`near${i}`, other.rows]));
        const counts = countsOf({ ...having, hanfu: own });
        const terms = others.map(({ weight }, i) => term(`near${i}`, weight, "learned"));
        const added = boundAdded([exact, ...terms], [exact], counts).slice(1);
        const most = idf(DOCUMENTS, own);
        const parts = added.map(({ token, weight }) => weight * idf(DOCUMENTS, counts.documentsWith(token)));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(most * (1 + 1e-9));
        added.forEach(({ weight }, i) => {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(others[i]?.weight ?? 0);
        });
      }),
    );
  });
});
