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

/** Tokens, concepts and topics of a catalog as directions: who is used alike points alike, whatever the language. */
export class TopicSpace {
  readonly data: TopicSpaceData;
  private readonly rows = new Map<string, number>();

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

  /** The tokens nearest to a direction, nearest first. */
  nearestTokens(vector: ArrayLike<number>, count: number): Neighbour[] {
    const { names, tokens, vectors, width } = this.data;
    const direction = Float64Array.from(vector);
    const found: Neighbour[] = [];
    let least = 0;
    for (let row = 0; row < tokens; row++) {
      const similarity = dotOfRow(vectors, row * width, direction);
      if (similarity <= least) continue;
      found.push({ token: names[row] ?? "", similarity });
      if (found.length >= 2 * count) least = trim(found, count);
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

// Four sums at once: a single one would wait for itself at each addition.
function dotOfRow(vectors: Float32Array, from: number, direction: Float64Array): number {
  const whole = direction.length & ~3;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0; k < whole; k += 4) {
    a += vectors[from + k]! * direction[k]!;
    b += vectors[from + k + 1]! * direction[k + 1]!;
    c += vectors[from + k + 2]! * direction[k + 2]!;
    d += vectors[from + k + 3]! * direction[k + 3]!;
  }
  for (let k = whole; k < direction.length; k++) a += vectors[from + k]! * direction[k]!;
  return a + b + c + d;
}

function trim(found: Neighbour[], count: number): number {
  found.sort((a, b) => b.similarity - a.similarity || (a.token < b.token ? -1 : 1));
  if (found.length > count) found.length = count;
  return found.length < count ? 0 : (found.at(-1)?.similarity ?? 0);
}
