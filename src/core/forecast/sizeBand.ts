/** The size bands by which assumptions are scoped. Fixed, because tier policies differ by market and year. */
export const SIZE_BANDS = ["under10k", "10k-100k", "100k-1M", "over1M"] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

export function sizeBandOf(followers: number): SizeBand {
  if (followers < 10_000) return "under10k";
  if (followers < 100_000) return "10k-100k";
  return followers < 1_000_000 ? "100k-1M" : "over1M";
}
