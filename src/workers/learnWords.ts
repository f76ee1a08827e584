import { wordsOf } from "#core/catalog/discovery/facts/wordsOf";
import { LearningSample } from "#core/catalog/discovery/learningSample";
import { learnTopicSpace } from "#core/catalog/discovery/learnTopicSpace";
import type { ConceptLexicon } from "#core/catalog/discovery/lexicon";
import type { TopicSpaceData } from "#core/catalog/discovery/topicSpace";
import type { Connections } from "#storage/database";
import { countAccounts, everyAccount } from "#storage/search/indexMark";
import { readAccounts } from "#storage/search/readAccounts";
import { groundOf } from "./buildSegment.ts";
import type { LearnRequest } from "./searchMessages.ts";

/** Posts and descriptions; more teach little more. */
const LEARNED_FROM_MOST = 40_000;

/** Learns what a catalog's words have to do with each other, from every so-many-th account. Throws unavailable. */
export async function learnWords(
  { db, pool }: Pick<Connections, "db" | "pool">,
  { workspaceId, ground }: LearnRequest,
  lexicon: ConceptLexicon,
): Promise<TopicSpaceData> {
  const step = Math.ceil((await countAccounts(db, workspaceId)) / LEARNED_FROM_MOST) || 1;
  const accountIds = await everyAccount(db, workspaceId, step);
  const { topicNames } = groundOf(ground);
  const sample = new LearningSample(LEARNED_FROM_MOST);
  for await (const batch of readAccounts(pool, { workspaceId, accountIds }))
    for (const known of batch) sample.add(wordsOf(known, topicNames), known.account.posts);
  return learnTopicSpace(sample.documents, sample.tokens, lexicon, { seed: 1 }).data;
}
