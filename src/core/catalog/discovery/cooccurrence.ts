/** Rows of a sparse matrix, one after the other: row i is `columns` and `values` from `starts[i]` up to `starts[i + 1]`. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

// Levy, Goldberg & Dagan 2015: contexts smoothed by this power, lest rare ones look telling.
const CONTEXT_POWER = 0.75;
/** Entries kept of a row, the most telling ones: bounds the time of learning. */
const ROW_MAX = 100;

/**
 * Positive pointwise mutual information of terms that stand in the same documents:
 * max(0, ln(p(i, j) / (p(i) · p(j)^0.75))) · n / (n + 1), n documents having both, the factor against chance meetings
 * (Pantel & Lin 2002). A document of m terms shares one unit among the m − 1 others of each of its terms, so a long
 * one says no more about a term than a short one.
 * @param documents distinct term numbers below `terms`
 */
export function positiveMutualInformation(documents: readonly Uint32Array[], terms: number): SparseRows {
  const holders = documentsByTerm(documents, terms);
  const contextSum = holders.sizes.reduce((sum, size) => sum + size ** CONTEXT_POWER, 0);
  const together = new Float64Array(terms);
  const meetings = new Uint32Array(terms);
  const rowColumns = new Uint32Array(terms);
  const rowValues = new Float64Array(terms);
  const starts = new Uint32Array(terms + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < terms; i++) {
    const met: number[] = [];
    for (let h = holders.starts[i] ?? 0; h < (holders.starts[i + 1] ?? 0); h++) {
      const document = documents[holders.documents[h] ?? 0] ?? NOTHING;
      const unit = 1 / (document.length - 1);
      for (const j of document) {
        if (meetings[j] === 0) met.push(j);
        together[j] = (together[j] ?? 0) + unit;
        meetings[j] = (meetings[j] ?? 0) + 1;
      }
    }
    let found = 0;
    for (const j of met) {
      const ratio =
        ((together[j] ?? 0) * contextSum) /
        ((holders.sizes[i] ?? 1) * (holders.sizes[j] ?? 1) ** CONTEXT_POWER);
      const n = meetings[j] ?? 0;
      together[j] = 0;
      meetings[j] = 0;
      if (j === i || ratio <= 1) continue;
      rowColumns[found] = j;
      rowValues[found++] = (Math.log(ratio) * n) / (n + 1);
    }
    let room = ROW_MAX;
    const least = found > room ? (rowValues.slice(0, found).sort()[found - room] ?? 0) : 0;
    for (let e = 0; e < found && room > 0; e++) {
      if (rowValues[e]! < least) continue;
      columns.push(rowColumns[e]!);
      values.push(rowValues[e]!);
      room--;
    }
    starts[i + 1] = columns.length;
  }
  return { starts, columns: Uint32Array.from(columns), values: Float32Array.from(values) };
}

const NOTHING = new Uint32Array();

// A document of one term is nobody's context.
function documentsByTerm(documents: readonly Uint32Array[], terms: number) {
  const sizes = new Uint32Array(terms);
  for (const document of documents) {
    if (document.length > 1) for (const term of document) sizes[term] = (sizes[term] ?? 0) + 1;
  }
  const starts = new Uint32Array(terms + 1);
  for (let i = 0; i < terms; i++) starts[i + 1] = (starts[i] ?? 0) + (sizes[i] ?? 0);
  const next = starts.slice();
  const holding = new Uint32Array(starts[terms] ?? 0);
  documents.forEach((document, d) => {
    if (document.length < 2) return;
    for (const term of document) {
      const at = next[term] ?? 0;
      holding[at] = d;
      next[term] = at + 1;
    }
  });
  return { sizes, starts, documents: holding };
}
