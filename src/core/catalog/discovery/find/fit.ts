import type { AudienceDimension } from "#core/catalog/creator";
import { NUMBERS, type NumberName, UNKNOWN_I32 } from "../figures.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import type { KeyColumn } from "./rankRows.ts";
import { sharesOfKeys } from "./sharesOfKeys.ts";

/** What fit to a brief is counted from. */
export interface FitPlan {
  readonly topics: readonly string[];
  /** How much more often a topical creator's followers care (assumption `topic-lift`). */
  readonly topicLift: number;
  readonly audience: readonly { readonly dimension: AudienceDimension; readonly keys: readonly string[] }[];
  /** The rate that the brief's metric grows with; null: it grows with views alone. */
  readonly rate: NumberName | null;
}

export type FitPartName = "price" | "topic" | "rate" | AudienceDimension;

/** Points of one part; `isKnown` false: nothing is known, and it counts as the middle of the catalog, 0. */
export interface FitPart {
  readonly name: FitPartName;
  readonly points: number;
  readonly isKnown: boolean;
}

/** The points of an account: the sum of its parts, as far as the machine's numbers are exact. */
export interface FitParts {
  readonly points: number;
  readonly parts: readonly FitPart[];
}

/** Ten points double what a unit of money brings inside the target. docs/methods/find.md */
const POINTS_A_DOUBLING = 10;
/** A share or a rate of nothing would be endlessly bad; nobody measures that well. */
const SHARE_BP_LEAST = 50;
const WHOLE_BP = 10_000;
/** So many accounts are enough to know the middle of a catalog. */
const SAMPLE = 4096;

/** What counts as the middle, by part. */
export type FitMiddles = Readonly<Partial<Record<FitPartName, number>>>;

/** The middle of the catalog, by every so-many-th account of all its segments, for every part that is a ratio. */
export function fitMiddles(segments: readonly OpenSegment[], plan: FitPlan): FitMiddles {
  const step = Math.max(1, Math.floor(segments.reduce((sum, { layout }) => sum + layout.rows, 0) / SAMPLE));
  const sampled = new Map<FitPartName, number[]>();
  const add = (name: FitPartName, value: number | null) => {
    if (value === null) return;
    const values = sampled.get(name) ?? [];
    if (values.push(value) === 1) sampled.set(name, values);
  };
  for (const segment of segments) {
    segment.scratch.reset();
    segment.scratch.within(() => {
      const reader = new FitReader(segment, plan);
      for (let row = 0; row < segment.layout.rows; row += step) {
        add("price", reader.cpm(row));
        add("rate", reader.rate(row));
        for (const [place, { dimension }] of plan.audience.entries())
          add(dimension, reader.statedShare(place, row));
      }
    });
  }
  const middleOf = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
  return Object.fromEntries([...sampled].map(([name, values]) => [name, middleOf(values)]));
}

/** The points of the rows of a bitmap, Float64 a row. */
export function fitColumn(segment: OpenSegment, plan: FitPlan, middles: FitMiddles, bits: number): KeyColumn {
  const { layout, scratch } = segment;
  const column = scratch.take(layout.words * 64 * 8);
  scratch.within(() => {
    const reader = new FitReader(segment, plan);
    const points = new Float64Array(scratch.buffer, column, layout.rows);
    const words = new Uint32Array(scratch.buffer, bits, layout.words * 2);
    for (let word = 0; word < words.length; word++) {
      for (let rest = words[word]!; rest !== 0; rest &= rest - 1) {
        const row = word * 32 + (31 - Math.clz32(rest & -rest));
        points[row] = reader.points(row, middles);
      }
    }
  });
  return { column, kind: 0 };
}

/** The parts of some rows. */
export function fitParts(
  segment: OpenSegment,
  plan: FitPlan,
  middles: FitMiddles,
  rows: readonly number[],
): FitParts[] {
  return segment.scratch.within(() => {
    const reader = new FitReader(segment, plan);
    return rows.map((row) => ({ points: reader.points(row, middles), parts: reader.parts(row, middles) }));
  });
}

/** Reads what the parts need of a row; its columns live as long as the scratch it took. */
class FitReader {
  private readonly plan: FitPlan;
  private readonly prices: Float64Array;
  private readonly rates: Float64Array | Int32Array | null;
  private readonly topical: Uint32Array;
  private readonly shares: readonly ShareColumns[];

  constructor(segment: OpenSegment, plan: FitPlan) {
    const { layout, scratch } = segment;
    this.plan = plan;
    this.prices = new Float64Array(scratch.buffer, layout.numbers.cpmMinor.column, layout.rows);
    this.rates = plan.rate === null ? null : columnOf(segment, plan.rate);
    this.topical = topicalRows(segment, plan.topics);
    this.shares = plan.audience.map(({ dimension, keys }) => shareColumns(segment, dimension, keys));
  }

  cpm(row: number): number | null {
    const price = this.prices[row]!;
    return price > 0 ? price : null;
  }

  rate(row: number): number | null {
    const value = this.rates?.[row];
    return value === undefined || Number.isNaN(value) || value === UNKNOWN_I32
      ? null
      : Math.max(SHARE_BP_LEAST / 10, value);
  }

  statedShare(place: number, row: number): number | null {
    const low = this.shares[place]?.low?.[row] ?? 0;
    return low > 0 ? Math.max(SHARE_BP_LEAST, low) : null;
  }

  points(row: number, middles: FitMiddles): number {
    let sum = 0;
    for (const { points } of this.parts(row, middles)) sum += points;
    return sum;
  }

  parts(row: number, middles: FitMiddles): FitPart[] {
    const parts: FitPart[] = [ratio("price", middles.price, this.cpm(row), -1)];
    if (this.plan.topics.length > 0) {
      const isTopical = ((this.topical[row >>> 5]! >>> (row & 31)) & 1) === 1;
      const points = isTopical ? POINTS_A_DOUBLING * Math.log2(this.plan.topicLift) : 0;
      parts.push({ name: "topic", points, isKnown: isTopical });
    }
    if (this.plan.rate !== null) parts.push(ratio("rate", middles.rate, this.rate(row), 1));
    for (const [place, { dimension }] of this.plan.audience.entries())
      parts.push(ratio(dimension, middles[dimension], this.share(place, row, middles[dimension]), 1));
    return parts;
  }

  /** A share that is not listed is at most what the list leaves over, and not taken for more than the middle. */
  private share(place: number, row: number, middle: number | undefined): number | null {
    const stated = this.statedShare(place, row);
    const columns = this.shares[place];
    if (stated !== null || !columns?.rest || columns.rest[row] === WHOLE_BP) return stated;
    const most = Math.min(columns.rest[row]!, columns.keys * (columns.cap?.[row] ?? WHOLE_BP));
    return Math.max(SHARE_BP_LEAST, Math.min(most, middle ?? most));
  }
}

interface ShareColumns {
  readonly keys: number;
  readonly low: Int16Array | null;
  readonly rest: Uint16Array | null;
  /** Null: no list is cut off after its largest. */
  readonly cap: Uint16Array | null;
}

function shareColumns(
  segment: OpenSegment,
  dimension: AudienceDimension,
  keys: readonly string[],
): ShareColumns {
  const { layout, kernels, scratch } = segment;
  const audience = layout.audience[dimension];
  if (!audience) return { keys: keys.length, low: null, rest: null, cap: null };
  const rows = layout.words * 64;
  const low = scratch.take(rows * 2);
  scratch.within(() => {
    const [high, listed] = [scratch.take(rows * 2), scratch.take(rows * 2)];
    for (const column of [low, high, listed]) kernels.fill(column, 0, rows * 2);
    const shares = sharesOfKeys(segment, audience, new Set(keys));
    kernels.addShares(shares.lists, shares.keys, 0, rows, low, high, listed);
  });
  return {
    keys: keys.length,
    low: new Int16Array(scratch.buffer, low, layout.rows),
    rest: new Uint16Array(scratch.buffer, audience.rest, layout.rows),
    cap: audience.cap === 0 ? null : new Uint16Array(scratch.buffer, audience.cap, layout.rows),
  };
}

function topicalRows({ layout, kernels, scratch }: OpenSegment, topics: readonly string[]): Uint32Array {
  const bits = scratch.take(layout.words * 8);
  kernels.fill(bits, 0, layout.words * 8);
  for (const topic of topics) {
    const found = layout.keyed.topic.rowsOf[layout.keyed.topic.keys.indexOf(topic)];
    if (found) kernels.setRows(found.rows, found.length, bits);
  }
  return new Uint32Array(scratch.buffer, bits, layout.words * 2);
}

function columnOf({ layout, scratch }: OpenSegment, name: NumberName): Float64Array | Int32Array {
  const { column } = layout.numbers[name];
  return NUMBERS[name].store === "f64"
    ? new Float64Array(scratch.buffer, column, layout.rows)
    : new Int32Array(scratch.buffer, column, layout.rows);
}

function ratio(name: FitPartName, middle: number | undefined, value: number | null, sign: 1 | -1): FitPart {
  if (value === null || middle === undefined || middle <= 0) return { name, points: 0, isKnown: false };
  return { name, points: sign * POINTS_A_DOUBLING * Math.log2(value / middle), isKnown: true };
}
