import { type SentenceValue, sentence } from "#core/sentence";
import { useWords } from "../words/words.tsx";

/** The words of what is kept about creators: "tags" is said as `kept.tags`. */
export function useKeptWords() {
  const { say } = useWords();
  return (key: string, values: Readonly<Record<string, SentenceValue>> = {}) =>
    say(sentence(`kept.${key}`, values));
}
