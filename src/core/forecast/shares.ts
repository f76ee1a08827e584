import type { Account, AudienceDimension } from "#core/catalog/creator";

/** Parts of a whole by key, 0–1. */
export type Shares = ReadonlyMap<string, number>;

/** The stated shares of one dimension, 0–1. */
export function sharesOf(account: Account, dimension: AudienceDimension): Shares {
  const shares = new Map<string, number>();
  for (const share of account.audience) {
    // "At most" x is taken as half of it: between nothing and x.
    if (share.dimension === dimension)
      shares.set(share.key, share.shareBp / (share.qualifier === "le" ? 20_000 : 10_000));
  }
  return shares;
}

/** The same shares, summing to 1. */
export function normalised<Key>(shares: ReadonlyMap<Key, number>): ReadonlyMap<Key, number> {
  const sum = [...shares.values()].reduce((a, b) => a + b, 0);
  return sum > 0 ? new Map([...shares].map(([key, share]) => [key, share / sum])) : shares;
}
