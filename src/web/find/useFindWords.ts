import { type SentenceValue, sentence } from "#core/sentence";
import type { MESSAGES } from "#i18n/messages";
import { type Leaf, useWords } from "../words/words.tsx";

/** A word of the page to find creators: a key under "find.page". */
export type FindWordKey = Leaf<(typeof MESSAGES)["en"]["find"]["page"]>;
export type FindWord = (key: FindWordKey, values?: Readonly<Record<string, SentenceValue>>) => string;

export function useFindWords(): FindWord {
  const { say } = useWords();
  return (key, values = {}) => say(sentence(`find.page.${key}`, values));
}
