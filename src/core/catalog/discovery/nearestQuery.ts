import { nearestOf } from "#core/nearest";
import type { ConceptLexicon } from "./lexicon.ts";
import { tokensOf } from "./tokens.ts";

// In Chinese one slip of two characters is another word.
const SPELT = /^\p{Script=Latin}{4,}$/u;
/** Words of a query beyond these are passed over: a wall of letters is no slip of the pen. */
const WORDS_MOST = 8;

/**
 * The query that was most likely meant where words found nobody: those that no lexicon knows as the words they look like;
 * null where there is none to mend.
 */
export function nearestQuery(text: string, lexicon: ConceptLexicon): string | null {
  const words = text.trim().split(/\s+/u);
  if (words.length > WORDS_MOST) return null;
  const known = new Set(lexicon.words().flatMap(tokensOf));
  const mended = words.map((word) => {
    const [token = "", ...more] = tokensOf(word);
    if (more.length > 0 || known.has(token) || !SPELT.test(token)) return word;
    return (
      nearestOf(
        token,
        [...known].filter((other) => SPELT.test(other)),
      ) ?? word
    );
  });
  return mended.every((word, i) => word === words[i]) ? null : mended.join(" ");
}
