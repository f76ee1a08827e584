/** How alike two things are: the cosine of their vectors, 1 at most. */
export interface Neighbour {
  readonly token: string;
  readonly similarity: number;
}

/** What a space is made of: plain, to be passed between threads. Names are tokens first, then concepts and topics. */
export interface TopicSpaceData {
  readonly names: readonly string[];
  /** How many of the names are tokens. */
  readonly tokens: number;
  readonly width: number;
  /** One row of `width` numbers a name, of length 1 (or 0: nothing is known of it). */
  readonly vectors: Float32Array;
}

/** Directions whose neighbours are remembered: a kilobyte or two each. */
const LATELY_MAX = 256;

/** Tokens, concepts and topics of a catalog as directions: who is used alike points alike, whatever the language. */
export class TopicSpace {
  readonly data: TopicSpaceData;
  private readonly rows = new Map<string, number>();
  // A search is asked again with each filter, page and order: its words are looked up once.
  private readonly lately = new Map<string, readonly Neighbour[]>();

  constructor(data: TopicSpaceData) {
    this.data = data;
    data.names.forEach((name, row) => {
      this.rows.set(name, row);
    });
  }

  /** The direction of a token, or of `conceptName(slug)` or `topicName(slug)`; null where the catalog never said it. */
  vectorOf(name: string): Float32Array | null {
    const row = this.rows.get(name);
    if (row === undefined) return null;
    const { vectors, width } = this.data;
    const vector = vectors.subarray(row * width, (row + 1) * width);
    return vector.some((x) => x !== 0) ? vector : null;
  }

  /** The tokens nearest to a direction of length 1, nearest first; only those at least so similar (above 0). */
  nearestTokens(vector: ArrayLike<number>, count: number, similarityMin = 0): readonly Neighbour[] {
    const key = `${count} ${similarityMin} ${Array.prototype.join.call(vector)}`;
    const known = this.lately.get(key);
    if (known) return known;
    const found = this.scanned(vector, count, similarityMin);
    const [oldest] = this.lately.keys();
    if (oldest !== undefined && this.lately.size >= LATELY_MAX) this.lately.delete(oldest);
    this.lately.set(key, found);
    return found;
  }

  private scanned(vector: ArrayLike<number>, count: number, similarityMin: number): Neighbour[] {
    const { names, tokens, vectors, width } = this.data;
    const scan = scanFor(vector);
    const found: Neighbour[] = [];
    // What does not come above this is passed over.
    let least = similarityMin - Number.EPSILON;
    for (let row = 0; row < tokens; row++) {
      const similarity = dotAbove(vectors, row * width, scan, Math.max(0, least));
      if (similarity <= least || similarity <= 0) continue;
      found.push({ token: names[row] ?? "", similarity });
      if (found.length >= 2 * count) least = Math.max(least, trim(found, count));
    }
    trim(found, count);
    return found;
  }
}

/** What a concept is called in a space; no token has a blank. */
export function conceptName(slug: string): string {
  return `concept ${slug}`;
}

export function topicName(slug: string): string {
  return `topic ${slug}`;
}

/** The direction of several together, or null when all are unknown. */
export function meanDirection(
  parts: readonly { vector: ArrayLike<number> | null; weight: number }[],
): Float32Array | null {
  const [known] = parts.flatMap(({ vector }) => (vector ? [vector] : []));
  if (!known) return null;
  const mean = new Float32Array(known.length);
  for (const { vector, weight } of parts) {
    if (vector) for (let k = 0; k < mean.length; k++) mean[k]! += weight * vector[k]!;
  }
  return unit(mean);
}

/** The cosine of two directions of length 1. */
export function similarity(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += one[k]! * other[k]!;
  return sum;
}

/** Scaled to length 1, in place. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  if (length > 0) for (let k = 0; k < vector.length; k++) vector[k]! /= length;
  return vector;
}

/** A direction with its largest numbers first, and how long what is left of it is after each stretch of them. */
interface Scan {
  readonly order: Int32Array;
  readonly values: Float64Array;
  /** By stretch: the length of all that follows it. */
  readonly rests: Float64Array;
}

const STRETCH = 8;

function scanFor(vector: ArrayLike<number>): Scan {
  const order = Int32Array.from(vector, (_, k) => k).sort(
    (a, b) => Math.abs(vector[b]!) - Math.abs(vector[a]!),
  );
  const values = Float64Array.from(order, (k) => vector[k]!);
  const rests = Float64Array.from({ length: Math.ceil(order.length / STRETCH) }, (_, stretch) =>
    Math.sqrt(values.subarray((stretch + 1) * STRETCH).reduce((sum, x) => sum + x * x, 0)),
  );
  return { order, values, rests };
}

/**
 * The dot product with a row of length 1 at most; 0 as soon as it is certain that it is not above `least`: what is left can
 * add no more than its own length (Cauchy–Schwarz). Of 30,000 rows nearly all are given up after a quarter of the numbers.
 */
function dotAbove(
  vectors: Float32Array,
  from: number,
  { order, values, rests }: Scan,
  least: number,
): number {
  let sum = 0;
  for (let k = 0, stretch = 0; k < values.length; stretch++) {
    const end = Math.min(k + STRETCH, values.length);
    for (; k < end; k++) sum += vectors[from + order[k]!]! * values[k]!;
    if (sum + rests[stretch]! < least) return 0;
  }
  return sum;
}

function trim(found: Neighbour[], count: number): number {
  found.sort((a, b) => b.similarity - a.similarity || (a.token < b.token ? -1 : 1));
  if (found.length > count) found.length = count;
  return found.length < count ? 0 : (found.at(-1)?.similarity ?? 0);
}
