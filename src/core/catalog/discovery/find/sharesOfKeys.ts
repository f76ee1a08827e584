import type { AudienceLayout } from "../segment/layout.ts";
import type { OpenSegment } from "../segment/openSegment.ts";

/** The shares of some audience keys as `addShares` of the kernels reads and uses them up: an address, for how many keys. */
export function sharesOfKeys(
  { scratch }: OpenSegment,
  audience: AudienceLayout,
  asked: ReadonlySet<string>,
): { lists: number; keys: number } {
  const found = [...asked].flatMap((key) => audience.lists[audience.keys.indexOf(key)] ?? []);
  const table = found.flatMap(({ rows, values, length }) => [rows, values, length]);
  return { lists: scratch.put(Uint32Array.from(table)), keys: found.length };
}
