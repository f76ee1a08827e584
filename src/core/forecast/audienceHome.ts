import type { Account } from "#core/catalog/creator";
import { type Platform, platformOf } from "#core/catalog/platform";

const ANYWHERE = "*";

/**
 * The country in which an account's followers mainly live, before they are looked at; null: nothing says. A platform of
 * some markets has its audience there wherever its creators live: one in Paris who writes on Xiaohongshu writes for China.
 * On a platform of all countries the creator's own is the usual guess.
 */
export function audienceHome(account: Account, platforms: readonly Platform[]): string | null {
  const markets = platformOf(platforms, account.platform)?.markets ?? [ANYWHERE];
  const [first] = markets;
  if (first === undefined || markets.includes(ANYWHERE)) return account.country;
  return account.country !== null && markets.includes(account.country) ? account.country : first;
}
