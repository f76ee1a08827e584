import { wordCounts } from "#core/catalog/discovery/facts/wordCounts";
import { namesOf, wordsOf } from "#core/catalog/discovery/facts/wordsOf";
import { packedIds } from "#core/catalog/discovery/find/seenAccounts";
import type { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { loadCreators } from "#storage/creators";
import type { House } from "./house.ts";

/** The weighted words and the hashtags of creators whose alike are sought, and the ids of their own accounts, ascending. Throws not-found. */
export async function alikeTo(house: House, creatorIds: readonly string[], topics: TopicLexicon) {
  const ids = creatorIds.filter(isUuid);
  const creators = ids.length === 0 ? [] : await loadCreators(house.db, house.workspaceId, ids);
  if (creators.length < creatorIds.length)
    throw new ChoraleError("not-found", sentence("find.noCreator"), "similar");
  return {
    alike: creators.map(({ displayName, accounts }) => {
      const sums = new Map<string, number>();
      for (const account of accounts)
        for (const [token, count] of wordCounts(
          wordsOf({ displayName, account }, (topic) => namesOf(topic, topics)),
        ))
          sums.set(token, (sums.get(token) ?? 0) + count);
      return sums;
    }),
    hashtags: creators.flatMap(({ accounts }) =>
      accounts.flatMap(({ posts }) => posts.flatMap(({ tags }) => tags)),
    ),
    themselves: packedIds(creators.flatMap(({ accounts }) => accounts.map(({ id }) => id))),
  };
}
