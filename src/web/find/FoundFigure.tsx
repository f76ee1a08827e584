import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FigureOrigin } from "#core/catalog/discovery/figureOrigins";
import { NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";
import { FIGURE_DAYS_MAX, isOld } from "#core/catalog/figureAge";
import { referenceQuery } from "../doors/reference.ts";
import { Figure } from "../figures/Figure.tsx";
import { useDenominators } from "../figures/useDenominators.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import type { NumberParam } from "./bands.ts";
import { useFindWords } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";

/** A figure of a row that opens to where it comes from; an old one carries its day, so that nobody takes it for today's. */
export function FoundFigure({
  param,
  value,
  origin,
  say,
  children,
}: {
  param: NumberParam;
  value: number | null;
  /** Null: not known yet, or nothing to be said. */
  origin: FigureOrigin | null;
  say: SayFind;
  /** What stands below the figure. */
  children?: ReactNode;
}) {
  const word = useFindWords();
  const kept = useKeptWords();
  const words = useWords();
  const denominatorOf = useDenominators();
  const today = useQuery(referenceQuery(useWorkspace())).data?.today ?? null;
  if (value === null) return <span className="quiet">{word("unknownFigure")}</span>;
  const said = say.figure(param, value);
  if (origin === null)
    return (
      <>
        {said}
        <span className="found-under">{children}</span>
      </>
    );
  const { method, source, observedOn, trust, says } = origin;
  const on = observedOn === null ? null : words.date(observedOn);
  const age = kept("old", { days: FIGURE_DAYS_MAX });
  const old = observedOn !== null && today !== null && isOld(observedOn, today);
  return (
    <>
      <Figure
        origin={{
          says: says ? words.say(says) : undefined,
          method: method ?? undefined,
          source: source ?? word("fromPosts"),
          on: old ? `${on} · ${age}` : on,
          denominator: denominatorOf(NUMBER_PARAMS[param].name),
          trust,
        }}
      >
        {said}
      </Figure>
      <span className="found-under">
        {old && (
          <span className="found-old" title={age}>
            {monthOf(words.language, observedOn)}
          </span>
        )}
        {children}
      </span>
    </>
  );
}

const monthOf = (language: string, day: string) =>
  new Intl.DateTimeFormat(language, { year: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(day),
  );
