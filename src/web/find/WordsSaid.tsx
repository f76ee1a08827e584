import type { SaidGroup } from "#core/catalog/discovery/writtenWords";
import { useWords } from "../words/words.tsx";
import { useFindWords } from "./useFindWords.ts";

/** More others than these nobody reads. */
const OTHERS_MAX = 8;
const TEXT_SHOWN = 40;

/** What stood for each word: a search explains whom it finds. */
export function WordsSaid({ text, groups }: { text: string; groups: readonly SaidGroup[] }) {
  const word = useFindWords();
  const { language } = useWords();
  const sayOthers = (said: string, others: string) =>
    said === "" ? word("alike", { others }) : word("also", { word: said, others });
  if (text.trim() !== "" && groups.length === 0)
    return <p className="quiet find-said">{word("noWords", { text: text.trim().slice(0, TEXT_SHOWN) })}</p>;
  const lines = groups.flatMap(({ said, others, terms }) => {
    const more = others.length - OTHERS_MAX;
    const shown = [...others.slice(0, OTHERS_MAX), ...(more > 0 ? [word("others", { count: more })] : [])];
    const isCompleted = terms.some(({ via }) => via === "begun");
    return [
      ...(shown.length === 0 ? [] : [sayOthers(said, shown.join(language === "en" ? ", " : "、"))]),
      ...(isCompleted ? [word("begun", { word: said })] : []),
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
