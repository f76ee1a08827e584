import { type ReactNode, useState } from "react";
import { type FacetParam, OPEN_FIRST } from "./facets.ts";
import { useFindWords } from "./useFindWords.ts";

/** A filter with its name, folded away until it is wanted, and what is wrong with it. */
export function Facet({
  param,
  isAsked,
  problems,
  children,
}: {
  param: FacetParam;
  isAsked: boolean;
  problems: readonly string[];
  children: ReactNode;
}) {
  const word = useFindWords();
  const [isOpen, setOpen] = useState(isAsked || OPEN_FIRST.has(param));
  return (
    <details
      className="facet"
      open={isOpen || problems.length > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {word(`facet.${param}`)}
        {isAsked && <span className="facet-asked" aria-hidden="true" />}
      </summary>
      {(isOpen || problems.length > 0) && (
        <fieldset>
          <legend className="hidden-words">{word(`facet.${param}`)}</legend>
          {problems.map((problem) => (
            <p key={problem} className="facet-wrong">
              {problem}
            </p>
          ))}
          {children}
        </fieldset>
      )}
    </details>
  );
}
