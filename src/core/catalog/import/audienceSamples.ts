import type { AudienceSample } from "../creator.ts";

const SPAN = 2 ** 53;
/** Kept hashes over all accounts: 16 MB at 8 bytes each. Beyond it the common threshold is halved. */
const KEPT_MAX = 2_000_000;

/**
 * Coordinated samples: of every account the member hashes below one common threshold, so that unions and overlaps
 * between accounts can be estimated without bias. Hashes are 53-bit and keyed; ids are never kept.
 */
export class AudienceSamples {
  #hashes = new Map<string, number[]>();
  #threshold = 1;
  #kept = 0;
  #keptMax: number;

  constructor(keptMax = KEPT_MAX) {
    this.#keptMax = keptMax;
  }

  add(account: string, hash: number): void {
    if (hash >= this.#threshold * SPAN) return;
    const hashes = this.#hashes.get(account);
    if (hashes) hashes.push(hash);
    else this.#hashes.set(account, [hash]);
    this.#kept += 1;
    if (this.#kept > this.#keptMax) this.#halve();
  }

  /** Members who came more than once within an account are counted once. `followersOf` null: the export is the audience. */
  *finish(
    followersOf: (account: string) => number | null,
  ): Generator<{ account: string; sample: AudienceSample; repeated: number }> {
    for (const [account, hashes] of this.#hashes) {
      const distinct = Float64Array.from(new Set(hashes)).sort();
      const followers = followersOf(account);
      const covered = distinct.length / this.#threshold;
      const completeness = followers === null || followers <= covered ? 1 : covered / followers;
      const sample = { threshold: this.#threshold, completeness, hashes: distinct };
      yield { account, sample, repeated: hashes.length - distinct.length };
    }
  }

  #halve(): void {
    this.#threshold /= 2;
    this.#kept = 0;
    for (const [account, hashes] of this.#hashes) {
      const below = hashes.filter((hash) => hash < this.#threshold * SPAN);
      this.#hashes.set(account, below);
      this.#kept += below.length;
    }
  }
}
