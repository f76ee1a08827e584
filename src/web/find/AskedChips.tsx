import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Currency } from "#core/money";
import { useWords } from "../words/words.tsx";
import { type AskedChip, askedChips } from "./askedChips.ts";
import { type FacetParam, facetAt } from "./facets.ts";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";

/** What is asked for, each with a way off; a condition that cannot be met with the others is marked. */
export function AskedChips({
  params,
  problems,
  change,
  clear,
  say,
  currency,
}: {
  params: FindParams;
  problems: ReadonlyMap<FacetParam, readonly string[]>;
  change: Change;
  clear: () => void;
  say: SayFind;
  currency: Currency;
}) {
  const word = useFindWords();
  const words = useWords();
  const chips = askedChips(params, { word, words, say, currency });
  if (chips.length === 0) return null;
  const isWrong = ({ at }: AskedChip) => {
    const facet = facetAt(at);
    return facet !== null && problems.has(facet);
  };
  return (
    <ul className="find-chips" aria-label={word("asked")}>
      {chips.map((chip) => (
        <li
          key={`${chip.at} ${chip.text}`}
          className={isWrong(chip) ? "find-chip find-chip-wrong" : "find-chip"}
        >
          {chip.text}
          <button
            type="button"
            aria-label={word("off", { what: chip.text })}
            onClick={() => change(chip.off)}
          >
            ×
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="facet-more" onClick={clear}>
          {word("clearAll")}
        </button>
      </li>
    </ul>
  );
}
