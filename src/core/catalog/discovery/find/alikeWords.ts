import { centroidQuery } from "../centroidQuery.ts";
import type { QueryGroups } from "../queryGroups.ts";
import type { SegmentLayout } from "../segment/layout.ts";
import { rowsOfWord } from "../segment/placeOfWord.ts";
import type { TopicSpace } from "../topicSpace.ts";

/** "Like these creators" as words to look for; with words of its own, a search asks for those and ranks by both. */
export function alikeWords(
  creators: readonly ReadonlyMap<string, number>[],
  said: QueryGroups | null,
  layouts: readonly SegmentLayout[],
  space: TopicSpace | null,
): QueryGroups {
  const counts = {
    documents: layouts.reduce((sum, { rows }) => sum + rows, 0),
    documentsWith: (token: string) =>
      layouts.reduce((sum, layout) => sum + (rowsOfWord(layout, token)?.length ?? 0), 0),
  };
  const alike = centroidQuery(creators, counts, space);
  return said === null ? alike : { groups: [...said.groups, ...alike.groups], need: said.need };
}
