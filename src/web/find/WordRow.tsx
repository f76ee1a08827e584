import { Checkbox } from "@mantine/core";
import { useWords } from "../words/words.tsx";
import { useFindWords } from "./useFindWords.ts";

/** A word with its count: ticked it is wanted, crossed out it is refused. */
export function WordRow({
  said,
  count,
  isWanted,
  isRefused,
  onWant,
  onRefuse,
}: {
  said: string;
  count: number;
  isWanted: boolean;
  isRefused: boolean;
  onWant: (isOn: boolean) => void;
  onRefuse: (isOn: boolean) => void;
}) {
  const word = useFindWords();
  const { number } = useWords();
  return (
    <li className={isRefused ? "facet-word facet-refused" : "facet-word"}>
      <Checkbox
        size="xs"
        label={said}
        aria-label={word("countOf", { word: said, count })}
        checked={isWanted}
        onChange={(event) => onWant(event.currentTarget.checked)}
      />
      <span className="facet-count" aria-hidden="true">
        {number(count)}
      </span>
      <button
        type="button"
        className="facet-not"
        aria-pressed={isRefused}
        aria-label={word("exclude", { word: said })}
        title={word("exclude", { word: said })}
        onClick={() => onRefuse(!isRefused)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M4.4 4.4l7.2 7.2" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
    </li>
  );
}
