import { logShock, multipleOf, shareAt, shockAt } from "#core/forecast/belief";
import type { ItemFactors, SharedFactors } from "./sharedFactors.ts";

/** What all items of a plan share, by scenario. Items moved alike ask for the same array: it is computed once. */
export class SharedDraws {
  readonly count: number;
  /** How many times the stated number of people there are to reach. */
  readonly people: Float64Array;
  private readonly factors: SharedFactors["factors"];
  /** Standard normals by factor; null where a factor stays at its mean. */
  private readonly z: readonly (Float64Array | null)[];
  private readonly products = new Map<string, Float64Array>();
  private readonly shares = new Map<number, Float64Array>();

  constructor(
    { factors, audienceSize }: SharedFactors,
    z: readonly (Float64Array | null)[],
    count: number,
    covers: boolean,
  ) {
    this.factors = factors;
    this.z = z;
    this.count = count;
    const size = factors[audienceSize]?.assumption;
    const drawn = covers ? (z[audienceSize] ?? null) : null;
    this.people =
      drawn === null || size === undefined ? new Float64Array(count).fill(1) : drawn.map(multipleOf(size));
  }

  /** What factors with these exponents make of something expected to be 1. */
  product(moved: ItemFactors["views"]): Float64Array {
    const name = moved.map(({ factor, weight }) => `${factor} ${weight}`).join();
    const known = this.products.get(name);
    if (known) return known;
    const product = new Float64Array(this.count).fill(1);
    for (const { factor, weight } of moved) {
      const z = this.z[factor] ?? null;
      const shock = logShock((this.factors[factor]?.logSd ?? 0) * Math.abs(weight));
      const sign = Math.sign(weight);
      if (z !== null) for (let d = 0; d < this.count; d++) product[d]! *= shockAt(shock, sign * z[d]!);
    }
    this.products.set(name, product);
    return product;
  }

  /** The share of views that followers get, where that factor is drawn. */
  share(factor: number): Float64Array {
    const known = this.shares.get(factor);
    if (known) return known;
    const { assumption } = this.factors[factor]!;
    const z = this.z[factor] ?? null;
    const share =
      z === null
        ? new Float64Array(this.count).fill(assumption.value)
        : z.map((at) => shareAt(assumption, at));
    this.shares.set(factor, share);
    return share;
  }
}
