import type { AudienceSample } from "#core/catalog/creator";
import { hash53 } from "./people.ts";

/** The ids below a common threshold of an account's real followers, as its export would hold them. */
export function sampleOf(followers: Uint32Array, threshold: number, key: number): AudienceSample {
  const limit = threshold * 2 ** 53;
  const hashes = Float64Array.from(followers, (id) => hash53(id, key)).filter((hash) => hash < limit);
  return { threshold, completeness: 1, hashes: hashes.sort() };
}
