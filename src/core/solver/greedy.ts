import type { Portfolio } from "./portfolio.ts";

/** Ranks an item by its gain; the greedy takes the highest first and skips what is not above zero. */
export type Rank = (item: number, gain: number) => number;

/**
 * Fills the portfolio as long as something fits, best rank first. Gains only shrink as it grows (submodularity), so a
 * stale rank is an upper bound and only the top of the heap is looked at again (Minoux 1978). `rank` must not fall as the
 * gain rises. At most `limit` items are added.
 */
export function fillGreedily(
  portfolio: Portfolio,
  groups: ArrayLike<number>,
  rank: Rank,
  limit = Number.POSITIVE_INFINITY,
): void {
  const heap = new RankHeap(groups.length);
  for (let n = 0; n < groups.length; n++) {
    const entry = bestOfGroup(portfolio, groups[n]!, rank);
    if (entry !== null) heap.push(entry.item, entry.rank);
  }
  for (let added = 0; heap.size > 0 && added < limit; ) {
    const g = portfolio.problem.groupOf[heap.pop()]!;
    const entry = bestOfGroup(portfolio, g, rank);
    if (entry === null) continue;
    if (heap.size > 0 && entry.rank < heap.topRank) heap.push(entry.item, entry.rank);
    else {
      portfolio.add(entry.item);
      added++;
    }
  }
}

/** The item of a group that still fits and ranks highest, if any ranks above zero. */
function bestOfGroup(portfolio: Portfolio, g: number, rank: Rank): { item: number; rank: number } | null {
  if (portfolio.itemOf[g] !== -1) return null;
  const { itemStart, ownStart } = portfolio.problem;
  let mass = -1;
  let best = 0;
  let at = -1;
  for (let i = itemStart[g]!, end = itemStart[g + 1]!; i < end; i++) {
    if (!portfolio.fits(i)) continue;
    if (mass < 0 && ownStart[i]! < 0) mass = portfolio.mass(g);
    const ranked = rank(i, portfolio.gain(i, mass));
    if (ranked > best) {
      best = ranked;
      at = i;
    }
  }
  return at < 0 ? null : { item: at, rank: best };
}

/** Binary heap of items by rank, ties by the smaller item: the order never depends on how it was filled. */
class RankHeap {
  size = 0;
  private readonly item: Int32Array;
  private readonly rank: Float64Array;

  constructor(capacity: number) {
    this.item = new Int32Array(capacity + 1);
    this.rank = new Float64Array(capacity + 1);
  }

  get topRank(): number {
    return this.rank[0]!;
  }

  push(item: number, rank: number): void {
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.before(rank, item, above)) break;
      this.item[at] = this.item[above]!;
      this.rank[at] = this.rank[above]!;
      at = above;
    }
    this.item[at] = item;
    this.rank[at] = rank;
  }

  pop(): number {
    const top = this.item[0]!;
    const item = this.item[--this.size]!;
    const rank = this.rank[this.size]!;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && this.before(this.rank[below + 1]!, this.item[below + 1]!, below)) below++;
      if (this.before(rank, item, below)) break;
      this.item[at] = this.item[below]!;
      this.rank[at] = this.rank[below]!;
      at = below;
    }
    this.item[at] = item;
    this.rank[at] = rank;
    return top;
  }

  private before(rank: number, item: number, at: number): boolean {
    return rank > this.rank[at]! || (rank === this.rank[at]! && item < this.item[at]!);
  }
}

/** Gain for money: free items rank above all paid ones, by gain. */
export function densityRank(price: ArrayLike<number>): Rank {
  return (item, gain) => (gain <= 0 ? 0 : price[item]! > 0 ? gain / price[item]! : gain * 1e15);
}

export const valueRank: Rank = (_item, gain) => gain;
