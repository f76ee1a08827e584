import type { AudienceSample } from "../creator.ts";

const SPAN = 2 ** 53;
/** Kept hashes over all accounts: 16 MB at 8 bytes each. Beyond it the common threshold is halved. */
const KEPT_MAX = 2_000_000;

/**
 * Coordinated samples: of every account the member hashes below one common threshold, so that unions and overlaps
 * between accounts can be estimated without bias. Hashes are 53-bit and keyed; ids are never kept.
 */
export class AudienceSamples {
  #members = new Map<string, { hashes: number[]; seen: number }>();
  #threshold = 1;
  #kept = 0;
  #keptMax: number;

  constructor(keptMax = KEPT_MAX) {
    this.#keptMax = keptMax;
  }

  add(account: string, hash: number): void {
    const members = this.#members.get(account) ?? { hashes: [], seen: 0 };
    this.#members.set(account, members);
    members.seen += 1;
    if (hash >= this.#threshold * SPAN) return;
    members.hashes.push(hash);
    this.#kept += 1;
    if (this.#kept > this.#keptMax) this.#halve();
  }

  accounts(): readonly string[] {
    return [...this.#members.keys()];
  }

  /**
   * The sample of an account, a member who came more than once counted once, and how many rows it was made of.
   * Without a known number of followers the export is the audience.
   */
  sampleOf(
    account: string,
    followers: number | null,
  ): { readonly sample: AudienceSample; readonly seen: number; readonly repeated: number } | null {
    const members = this.#members.get(account);
    if (!members) return null;
    const hashes = Float64Array.from(new Set(members.hashes)).sort();
    const covered = hashes.length / this.#threshold;
    const completeness = followers === null || followers <= covered ? 1 : covered / followers;
    const sample = { threshold: this.#threshold, completeness, hashes };
    return { sample, seen: members.seen, repeated: members.hashes.length - hashes.length };
  }

  #halve(): void {
    this.#threshold /= 2;
    this.#kept = 0;
    for (const members of this.#members.values()) {
      members.hashes = members.hashes.filter((hash) => hash < this.#threshold * SPAN);
      this.#kept += members.hashes.length;
    }
  }
}
