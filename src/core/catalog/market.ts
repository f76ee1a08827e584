import { type Platform, platformOf } from "./platform.ts";

/** The market of an account: its country, else the only market that its platform has; null is unknown. */
export function marketOf(
  account: { readonly platform: string; readonly country: string | null },
  platforms: readonly Platform[],
): string | null {
  if (account.country !== null) return account.country;
  const markets = platformOf(platforms, account.platform)?.markets ?? [];
  return markets.length === 1 && markets[0] !== "*" ? (markets[0] ?? null) : null;
}
