import { SNAPSHOT_FIGURES } from "../creator.ts";
import type { CatalogRow } from "./catalogRow.ts";

/** All figures of a row as text: two rows with equal figures say the same, whatever their names or order say. */
export function figuresKey(row: CatalogRow): string {
  const post = row.post;
  const said = [
    row.snapshots.map((snapshot) => SNAPSHOT_FIGURES.map((figure) => snapshot[figure])),
    row.audience.map((share) => [share.dimension, share.key, share.shareBp]),
    row.rates.map((rate) => [
      rate.deliverable,
      rate.deal,
      rate.priceMinor,
      rate.priceMaxMinor,
      rate.currency,
      rate.terms,
    ]),
    post ? [post.postedAtMs, post.views, post.likes, post.comments, post.shares, post.saves] : null,
  ];
  return JSON.stringify(said);
}

/** A 53-bit hash of a text, for comparing figures without keeping them. Source: cyrb53 (public domain). */
export function hash53(text: string): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}
