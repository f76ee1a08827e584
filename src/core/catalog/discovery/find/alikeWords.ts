import { centroidQuery } from "../centroidQuery.ts";
import type { QueryGroups } from "../queryGroups.ts";
import type { SegmentLayout } from "../segment/layout.ts";
import type { TopicSpace } from "../topicSpace.ts";
import { wordCounts } from "./wordCounts.ts";

/** "Like these creators" as words to look for; with words of its own, a search asks for those and ranks by both. */
export function alikeWords(
  creators: readonly ReadonlyMap<string, number>[],
  said: QueryGroups | null,
  layouts: readonly SegmentLayout[],
  space: TopicSpace | null,
): QueryGroups {
  const alike = centroidQuery(creators, wordCounts(layouts), space);
  return said === null ? alike : { groups: [...said.groups, ...alike.groups], need: said.need };
}
