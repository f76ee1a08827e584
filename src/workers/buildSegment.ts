import { Cities } from "#core/catalog/city";
import { type FactsGround, factsGround, factsOf } from "#core/catalog/discovery/facts/factsOf";
import { NOTHING_KEPT } from "#core/catalog/discovery/facts/knownAccount";
import type { SegmentLayout } from "#core/catalog/discovery/segment/layout";
import { SegmentBuilder } from "#core/catalog/discovery/segment/segmentBuilder";
import { MentionFinder } from "#core/catalog/mentions";
import { TopicLexicon } from "#core/catalog/topic";
import type { Connections } from "#storage/database";
import { keptOfCreators } from "#storage/search/keptOfCreators";
import { readAccounts } from "#storage/search/readAccounts";
import type { IndexGround, SegmentRequest } from "./searchMessages.ts";

/** As many as `readAccounts` reads from side by side, and two for all else. */
export const BUILDING_CONNECTIONS = 8;

/** Reads accounts, works out what a search knows of each and lays it out. Throws unavailable when the database is gone. */
export async function buildSegment(
  { db, pool }: Pick<Connections, "db" | "pool">,
  { which, ground, threads }: SegmentRequest,
): Promise<SegmentLayout> {
  const kept = await keptOfCreators(db, which.workspaceId, which.accountIds);
  const worked = groundOf(ground);
  const builder = new SegmentBuilder();
  for await (const batch of readAccounts(pool, which)) {
    for (const { creatorId, displayName, account, workedWith } of batch) {
      const known = { displayName, account, workedWith, kept: kept.get(creatorId) ?? NOTHING_KEPT };
      builder.add(factsOf(known, worked));
    }
  }
  return builder.finish(threads);
}

/** As it crossed to a thread, with its tables looked up again. */
export function groundOf({ reference, levelRule, baseCurrency, brands }: IndexGround): FactsGround {
  return factsGround({
    reference: {
      ...reference,
      cities: new Cities(reference.cities),
      topics: new TopicLexicon(reference.topics),
    },
    levelRule,
    baseCurrency,
    mentions: new MentionFinder(brands),
  });
}
