import type { QueryGroup, QueryTerm } from "#core/catalog/discovery/queryGroups";

/** More others than these nobody reads. */
const OTHERS_MAX = 8;

/** What else was looked for in place of a word, each once and as it is written. */
export function othersOf({ terms }: QueryGroup): { readonly said: readonly string[]; readonly more: number } {
  const others = terms.filter(({ via }) => via === "lexicon" || via === "learned");
  const joined = new Set(others.filter(({ also }) => also.length === 0).map(({ token }) => letters(token)));
  const said = others.flatMap((term) => {
    const parts = partsOf(term);
    const chained = chain(parts);
    if (chained !== null) return [chained];
    // Tokens are kept sorted, not in the order of the phrase; its joined form, where there is one, says it better.
    return joined.has(letters(parts.join(""))) ? [] : [parts.join(" + ")];
  });
  const each = [...new Set(said)];
  return { said: each.slice(0, OTHERS_MAX), more: Math.max(0, each.length - OTHERS_MAX) };
}

/** A word as it was typed: in Chinese a search keeps the pairs of its characters. */
export const wordOf = ({ word }: QueryGroup): string => chain(word.split(" ")) ?? word;

/** Whether what somebody has begun to type was completed. */
export const isCompleted = ({ terms }: QueryGroup) => terms.some(({ via }) => via === "begun");

const partsOf = ({ token, also }: QueryTerm) => [...also, token];
const letters = (word: string) => [...word].sort().join("");

/** The word whose pairs of characters these are (葡萄, 萄酒: 葡萄酒); null: they make no one word. */
function chain(parts: readonly string[]): string | null {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  if (!parts.every((part) => /^\p{Script=Han}{2}$/u.test(part))) return null;
  const rest = [...parts];
  const first = rest.findIndex((part) => !rest.some((other) => other !== part && other[1] === part[0]));
  let word = rest.splice(Math.max(0, first), 1)[0] ?? "";
  while (rest.length > 0) {
    const next = rest.findIndex((part) => part[0] === word.at(-1));
    if (next < 0) return null;
    word += rest.splice(next, 1)[0]?.[1] ?? "";
  }
  return word;
}
