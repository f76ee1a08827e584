import { expandQuery } from "../expandQuery.ts";
import type { ConceptLexicon } from "../lexicon.ts";
import type { QueryGroups, QueryTerm } from "../queryGroups.ts";
import type { SegmentLayout } from "../segment/layout.ts";
import type { TopicSpace } from "../topicSpace.ts";
import { completeWord } from "./completeWord.ts";
import { wordCounts } from "./wordCounts.ts";

/** What somebody has begun to type may become many words: each counts for less than one that was said. */
const BEGUN_WEIGHT = 0.5;

/** The words of a search with everything that stands for them; of one that is being typed also what begins like it. */
export function completedWords(
  text: string,
  isTyping: boolean,
  lexicon: ConceptLexicon,
  space: TopicSpace | null,
  layouts: readonly SegmentLayout[],
): QueryGroups {
  const said = expandQuery(text, lexicon, space, wordCounts(layouts));
  const last = said.groups.at(-1);
  const isOpen = isTyping && last !== undefined && /[\p{L}\p{N}]$/u.test(text) && !last.word.includes(" ");
  if (!isOpen) return said;
  const known = new Set(last.terms.map(({ token }) => token));
  const begun = completeWord(layouts, last.word)
    .filter((token) => !known.has(token))
    .map((token): QueryTerm => ({ token, also: [], weight: BEGUN_WEIGHT, via: "begun" }));
  return { ...said, groups: [...said.groups.slice(0, -1), { ...last, terms: [...last.terms, ...begun] }] };
}
