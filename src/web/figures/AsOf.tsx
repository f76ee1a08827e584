import { useQuery } from "@tanstack/react-query";
import { FIGURE_DAYS_MAX, isOld } from "#core/catalog/figureAge";
import type { IsoDate } from "#core/period";
import { referenceQuery } from "../doors/reference.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./figures.css";

/** The day of a figure; an old one is marked so that nobody takes it for today's. */
export function AsOf({ observedOn }: { observedOn: IsoDate | null }) {
  const word = useKeptWords();
  const { date } = useWords();
  const today = useQuery(referenceQuery(useWorkspace())).data?.today ?? null;
  if (observedOn === null) return <span className="quiet as-of">{word("undated")}</span>;
  return (
    <span className="quiet as-of">
      {word("asOf", { date: date(observedOn) })}
      {today !== null && isOld(observedOn, today) && (
        <span className="as-of-old">{word("old", { days: FIGURE_DAYS_MAX })}</span>
      )}
    </span>
  );
}
