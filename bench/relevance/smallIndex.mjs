import { idf, termScore } from "../../dist/core/catalog/discovery/bm25.js";
import { FREQUENCY_MAX } from "../../dist/core/catalog/discovery/fieldWeights.js";

/** The plainest index that scores as the product's does: rows of weighted frequencies, read whole for each query. */
export class SmallIndex {
  /** @param rows one Map of token → weighted frequency a creator */
  constructor(rows) {
    this.rows = rows;
    this.lengths = rows.map((row) => [...row.values()].reduce((a, b) => a + b, 0));
    this.meanLength = this.lengths.reduce((a, b) => a + b, 0) / rows.length;
    this.having = new Map();
    for (const row of rows)
      for (const token of row.keys()) this.having.set(token, (this.having.get(token) ?? 0) + 1);
  }

  /**
   * Scores of all rows; 0 where fewer groups matched than needed. `fold` joins the terms of a group: "sum" or "max".
   * @param constants k1 and b of BM25, where not the product's
   */
  score({ groups, need }, { fold = "sum", constants = {} } = {}) {
    return this.rows.map((row, i) => {
      let total = 0;
      let matched = 0;
      for (const group of groups) {
        let score = 0;
        for (const { token, also, weight } of group.terms) {
          if (!also.every((other) => row.has(other))) continue;
          const part = weight * this.part(row, i, token, constants);
          score = fold === "sum" ? score + part : Math.max(score, part);
        }
        if (score > 0) matched++;
        total += score;
      }
      return matched >= need ? total : 0;
    });
  }

  /** How many rows have a token, of `documents` in all: what widening a query wants to know. */
  documentsWith(token) {
    return this.having.get(token) ?? 0;
  }

  get documents() {
    return this.rows.length;
  }

  part(row, i, token, { k1, b }) {
    const frequency = Math.min(FREQUENCY_MAX, row.get(token) ?? 0);
    if (frequency === 0) return 0;
    return termScore(
      frequency,
      idf(this.rows.length, this.having.get(token)),
      this.lengths[i],
      this.meanLength,
      k1,
      b,
    );
  }
}

/** Rows with a score, best first; ties in the order of the rows. */
export function ranked(scores) {
  return scores
    .map((score, row) => ({ score, row }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .map(({ row }) => row);
}
