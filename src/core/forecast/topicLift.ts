import type { Account } from "#core/catalog/creator";
import type { AssumptionBook } from "./assumptionBook.ts";

const INTEREST_FACTOR_MAX = 3;

/**
 * How much more often the topic is the main interest of an account's followers than of people at large: the lift of a
 * topical creator, moved by how high the topic stands among its followers' interests against the catalog's middle.
 */
export function topicLifts(
  accounts: readonly Account[],
  topics: readonly string[],
  book: AssumptionBook,
): ReadonlyMap<string, number> {
  const lift = book.find("topic-lift", {}, "affinity of followers").value;
  const interest = new Map(accounts.map((account) => [account.id, interestShare(account, topics)]));
  const known = [...interest.values()].filter((share) => share > 0).sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 0;
  return new Map(
    accounts.map((account) => {
      const share = interest.get(account.id) ?? 0;
      const topical = share > 0 || account.topics.some((topic) => topics.includes(topic));
      if (!topical) return [account.id, 1];
      const against = share > 0 && middle > 0 ? Math.sqrt(share / middle) : 1;
      const factor = Math.max(1 / INTEREST_FACTOR_MAX, Math.min(INTEREST_FACTOR_MAX, against));
      return [account.id, lift * factor];
    }),
  );
}

function interestShare(account: Account, topics: readonly string[]): number {
  return account.audience.reduce(
    (sum, share) =>
      share.dimension === "interest" && topics.includes(share.key) ? sum + share.shareBp / 10_000 : sum,
    0,
  );
}
