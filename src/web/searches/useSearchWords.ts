import { type SentenceValue, sentence } from "#core/sentence";
import { useWords } from "../words/words.tsx";

/** The words of saved searches: "title" is said as `searches.title`. */
export function useSearchWords() {
  const { say } = useWords();
  return (key: string, values: Readonly<Record<string, SentenceValue>> = {}) =>
    say(sentence(`searches.${key}`, values));
}
