import { readConcepts } from "#connectors/data/readConcepts";
import type { SegmentAnswer } from "#core/catalog/discovery/find/searchSegment";
import { nearestTopics } from "#core/catalog/discovery/nearestTopics";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { SearchAsked } from "#workers/searchMessages";
import type { House } from "./house.ts";
import type { SearchIndexes } from "./searchIndexes.ts";

/**
 * Throws bad-input where a search that was answered names a topic that neither the lexicon nor the catalog knows, with the
 * topics near it: an empty list would look like a finding, and among other topics nobody would see that it counts for nothing.
 */
export async function refuseUnknownTopics(
  house: House,
  indexes: SearchIndexes,
  query: SearchAsked["query"],
  answer: SegmentAnswer,
): Promise<void> {
  const lexicon = readConcepts();
  const asked = query.filters.flatMap((filter) =>
    filter.kind === "keyed" && filter.name === "topic" ? filter.keys : [],
  );
  const isFound = (key: string) => answer.facets.get("topic")?.counts.has(key) ?? false;
  const unshipped = asked.filter((key) => lexicon.topics.wordsOf(key).length === 0 && !isFound(key));
  if (unshipped.length === 0) return;
  const everyone = { ...query, filters: [], notAmong: undefined, limit: 0, withFacets: true };
  const all = await indexes.search(house, { text: "", isTyping: false, alike: [], query: everyone });
  const word = unshipped.find((key) => !all.answer.facets.get("topic")?.counts.has(key));
  if (word === undefined) return;
  const near = nearestTopics(word, lexicon, null).map(({ slug }) => slug);
  const rule =
    near.length === 0
      ? sentence("find.unknownTopic", { word })
      : sentence("find.unknownTopicNear", { word, near: near.join(", ") });
  throw new ChoraleError("bad-input", rule, "topic", [{ at: "topic", rule, value: word }]);
}
