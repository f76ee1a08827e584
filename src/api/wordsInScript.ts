import type { FindDocument } from "#core/catalog/discovery/find/findDocument";
import type { Language } from "#i18n/messages";
import { chineseScript } from "./chineseScript.ts";

/** The words that were looked for, in the characters of who asks: the lexicon writes Simplified, an index knows nothing else. */
export async function wordsInScript(language: Language, found: FindDocument): Promise<FindDocument> {
  if (found.words === null) return found;
  const write = await chineseScript(language);
  return {
    ...found,
    words: found.words.map((group) => ({
      ...group,
      said: write(group.said),
      others: [...new Set(group.others.map(write))],
    })),
  };
}
