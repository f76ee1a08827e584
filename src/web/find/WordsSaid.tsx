import type { QueryGroup } from "#core/catalog/discovery/queryGroups";
import { useWords } from "../words/words.tsx";
import { isCompleted, othersOf, wordOf } from "./othersOf.ts";
import { useFindWords } from "./useFindWords.ts";

/** What stood for each word: a search explains whom it finds. */
export function WordsSaid({ groups }: { groups: readonly QueryGroup[] }) {
  const word = useFindWords();
  const { language } = useWords();
  const lines = groups.flatMap((group) => {
    const { said, more } = othersOf(group);
    const others = [...said, ...(more === 0 ? [] : [word("others", { count: more })])];
    return [
      ...(said.length === 0
        ? []
        : [word("also", { word: wordOf(group), others: others.join(language === "en" ? ", " : "、") })]),
      ...(isCompleted(group) ? [word("begun", { word: wordOf(group) })] : []),
    ];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="quiet find-said">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
