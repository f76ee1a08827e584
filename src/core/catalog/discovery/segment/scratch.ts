import { KEYED, NUMBERS } from "../figures.ts";
import type { SegmentLayout } from "./layout.ts";

/** Filters of one search: a bitmap each for what surely passes and what possibly does, and for the facet beside it. */
export const FILTERS_MAX = 24;
/** Words of one search, counted apart. */
export const GROUPS_MAX = 32;
/** Rows of one page. */
export const PAGE_MAX = 500;
const BITMAPS = 3 * FILTERS_MAX + GROUPS_MAX + 13;

/** What one search needs at most, from the segment's own sizes. */
export function scratchBytes(
  layout: Pick<SegmentLayout, "words" | "categories" | "keyed" | "audience">,
): number {
  const keys = [
    ...Object.values(layout.categories).map(({ keys }) => keys.length),
    ...KEYED.map((name) => layout.keyed[name].keys.length),
    ...Object.values(NUMBERS).map(({ bands }) => bands.length + 1),
  ];
  const tables = (Math.max(...keys) + 1) * 12 + 65_536;
  // The key to rank by, and for fit to a brief the sums of each dimension's shares, with two more beside one while it is made.
  const bytesARow = 8 + 2 * (Object.keys(layout.audience).length + 2);
  return layout.words * (8 * (BITMAPS + 1) + 64 * bytesARow) + tables + PAGE_MAX * 12 + 4096;
}

/** A thread's own room in a segment, handed out from the front; `reset` takes all of it back. */
export class Scratch {
  private readonly memory: WebAssembly.Memory;
  private from: number;
  private readonly end: number;
  private next: number;

  constructor(layout: SegmentLayout, thread: number) {
    const room = layout.scratch[thread];
    if (!room) throw new RangeError(`thread ${thread} has no room in this segment`);
    this.memory = layout.memory;
    this.from = room.from;
    this.end = room.from + room.bytes;
    this.next = room.from;
  }

  /** An address of that many bytes, as the last user left them. */
  take(bytes: number): number {
    const at = Math.ceil(this.next / 16) * 16;
    if (at + bytes > this.end) throw new RangeError("a search needs more room than a segment has for it");
    this.next = at + bytes;
    return at;
  }

  /** Copies words in; their address. */
  put(words: Uint32Array): number {
    const at = this.take(words.byteLength);
    new Uint32Array(this.memory.buffer, at, words.length).set(words);
    return at;
  }

  /** Runs something and takes back what it took. */
  within<T>(work: () => T): T {
    const before = this.next;
    try {
      return work();
    } finally {
      this.next = before;
    }
  }

  /** As `take`, and for good. */
  keep(bytes: number): number {
    this.reset();
    const at = this.take(bytes);
    this.from = this.next;
    return at;
  }

  reset(): void {
    this.next = this.from;
  }

  get buffer(): ArrayBufferLike {
    return this.memory.buffer;
  }
}
