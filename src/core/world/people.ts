import type { WorldPlace, WorldPlatform, WorldSpec } from "./worldSpec.ts";

/** People who live in one place and share age, gender and main interest; their ids are consecutive. */
export interface PeopleCell {
  readonly place: WorldPlace;
  /** Index into the spec's age bands and topics. */
  readonly age: number;
  readonly topic: number;
  readonly female: boolean;
  readonly firstId: number;
  readonly count: number;
}

/**
 * Every person of an invented market, one by one and without storing them: an id says its cell, and all else about the
 * person is a hash of the id. So overlap between creators is a fact here, never an estimate.
 */
export class People {
  readonly cells: readonly PeopleCell[];
  readonly count: number;
  private readonly spec: WorldSpec;
  private readonly seed: number;

  constructor(spec: WorldSpec, seed: number) {
    this.spec = spec;
    this.seed = seed;
    const cells: PeopleCell[] = [];
    let firstId = 0;
    for (const place of spec.places) {
      spec.ageShares.forEach((ageShare, age) => {
        spec.topics.forEach((interest, topic) => {
          for (const female of [true, false]) {
            const count = Math.round((place.people * ageShare * interest.people) / 2);
            cells.push({ place, age, topic, female, firstId, count });
            firstId += count;
          }
        });
      });
    }
    if (firstId >= 2 ** 32) throw new Error("a market of more people than 32 bits can number");
    this.cells = cells;
    this.count = firstId;
  }

  /** Index of the cell that holds a person. */
  cellOf(id: number): number {
    let low = 0;
    let high = this.cells.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.cells[middle]?.firstId ?? 0) <= id) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** How much a person looks at feeds: exponential, mean 1, coefficient of variation 1. */
  activity(id: number): number {
    return -Math.log(1 - hash01(id, this.seed));
  }

  /** Share of a cell's people who use a platform. */
  use(cell: PeopleCell, platform: WorldPlatform): number {
    const byAge = platform.use[cell.place.country]?.[cell.age] ?? 0;
    return Math.min(0.98, byAge * (1 + (cell.female ? platform.womenTilt : -platform.womenTilt)));
  }

  /** Whether this very person uses it. The use of one platform is independent of another's within a cell. */
  usesPlatform(id: number, cell: PeopleCell, platform: WorldPlatform): boolean {
    const index = this.spec.platforms.indexOf(platform);
    return hash01(id, this.seed + 101 + index) < this.use(cell, platform);
  }
}

/** Uniform in [0, 1) from two whole numbers: the finaliser of MurmurHash3 (Appleby), twice. */
export function hash01(id: number, salt: number): number {
  return mix32(mix32(id ^ Math.imul(salt, 0x9e3779b1)) ^ salt) / 2 ** 32;
}

/** A 53-bit hash of a person under a key, as audience samples hold it. */
export function hash53(id: number, key: number): number {
  const high = mix32(mix32(id ^ Math.imul(key, 0x85ebca6b)) ^ key) >>> 11;
  const low = mix32(mix32(id ^ Math.imul(key, 0xc2b2ae35)) ^ (key + 1));
  return high * 2 ** 32 + low;
}

function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
