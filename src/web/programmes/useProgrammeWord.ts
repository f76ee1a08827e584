import { type SentenceValue, sentence } from "#core/sentence";
import { useWords } from "../words/words.tsx";

/** Words of the pages of programmes, `programme.page.<key>`. */
export function useProgrammeWord() {
  const { say } = useWords();
  return (key: string, values: Readonly<Record<string, SentenceValue>> = {}) =>
    say(sentence(`programme.page.${key}`, values));
}
