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
/** Documents read of a term, evenly taken from all that have it: what is common shows its company in some hundred of them. */
const HOLDERS_MAX = 300;

/**
 * Positive pointwise mutual information of terms that stand in the same documents:
 * max(0, ln(p(i, j) / (p(i) · p(j)^0.75))) · n / (n + 1), n documents having both, the factor against chance meetings
 * (Pantel & Lin 2002). A document of m terms shares one unit among the m − 1 others of each of its terms, so a long
 * one says no more about a term than a short one.
 * @param documents distinct term numbers below `terms`
 */
export function positiveMutualInformation(documents: readonly Uint32Array[], terms: number): SparseRows {
  const held = flatten(documents);
  const holders = documentsByTerm(documents, terms);
  const contextSum = holders.sizes.reduce((sum, size) => sum + size ** CONTEXT_POWER, 0);
  // ln of what a term's meetings are divided by, as a context.
  const contextLogs = Float64Array.from(holders.sizes, (size) => CONTEXT_POWER * Math.log(Math.max(1, size)));
  const together = new Float64Array(terms);
  const meetings = new Uint32Array(terms);
  const met = new Uint32Array(terms);
  const rowColumns = new Uint32Array(terms);
  const rowValues = new Float64Array(terms);
  const ranked = new Float64Array(terms);
  const starts = new Uint32Array(terms + 1);
  const columns = new Uint32Array(terms * ROW_MAX);
  const values = new Float32Array(terms * ROW_MAX);
  let entries = 0;
  for (let i = 0; i < terms; i++) {
    let metCount = 0;
    const step = Math.ceil(holders.sizes[i]! / HOLDERS_MAX);
    for (let h = holders.starts[i]!; h < holders.starts[i + 1]!; h += step) {
      const d = holders.documents[h]!;
      const [from, to] = [held.starts[d]!, held.starts[d + 1]!];
      const unit = 1 / (to - from - 1);
      for (let at = from; at < to; at++) {
        const j = held.terms[at]!;
        const before = meetings[j]!;
        if (before === 0) met[metCount++] = j;
        together[j]! += unit;
        meetings[j] = before + 1;
      }
    }
    const rowLog = Math.log((step * contextSum) / Math.max(1, holders.sizes[i]!));
    let found = 0;
    for (let m = 0; m < metCount; m++) {
      const j = met[m]!;
      const n = meetings[j]!;
      const information = Math.log(together[j]!) + rowLog - contextLogs[j]!;
      together[j] = 0;
      meetings[j] = 0;
      if (j === i || information <= 0) continue;
      rowColumns[found] = j;
      rowValues[found++] = (information * n) / (n + 1);
    }
    let room = ROW_MAX;
    const least = found > room ? largest(ranked, rowValues, found, room) : 0;
    for (let e = 0; e < found && room > 0; e++) {
      if (rowValues[e]! < least) continue;
      columns[entries] = rowColumns[e]!;
      values[entries++] = rowValues[e]!;
      room--;
    }
    starts[i + 1] = entries;
  }
  return { starts, columns: columns.slice(0, entries), values: values.slice(0, entries) };
}

/** The rank-th largest of the first `count` values, by Hoare's selection in `room`. */
function largest(room: Float64Array, values: Float64Array, count: number, rank: number): number {
  for (let at = 0; at < count; at++) room[at] = values[at]!;
  const target = count - rank;
  let [low, high] = [0, count - 1];
  while (low < high) {
    const pivot = room[(low + high) >>> 1]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (room[left]! < pivot) left++;
      while (room[right]! > pivot) right--;
      if (left > right) break;
      const swapped = room[left]!;
      room[left++] = room[right]!;
      room[right--] = swapped;
    }
    if (target <= right) high = right;
    else if (target >= left) low = left;
    else break;
  }
  return room[target]!;
}

// All documents in one array: document d is `terms` from `starts[d]` up to `starts[d + 1]`.
function flatten(documents: readonly Uint32Array[]): { starts: Uint32Array; terms: Uint32Array } {
  const starts = new Uint32Array(documents.length + 1);
  documents.forEach((document, d) => {
    starts[d + 1] = starts[d]! + document.length;
  });
  const terms = new Uint32Array(starts[documents.length]!);
  documents.forEach((document, d) => {
    terms.set(document, starts[d]!);
  });
  return { starts, terms };
}

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
