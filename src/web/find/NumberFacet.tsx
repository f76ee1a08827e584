import { Checkbox } from "@mantine/core";
import type { FacetValue } from "#core/catalog/discovery/find/findDocument";
import { type FindParams, NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";
import type { Currency } from "#core/money";
import { useWords } from "../words/words.tsx";
import { BandSlider } from "./BandSlider.tsx";
import { type BandSpan, bandsOf, boundsOf, boundsOfSpan, spanOfBounds, tickBand } from "./bands.ts";
import type { CountedParam } from "./facets.ts";
import { TypedField } from "./TypedField.tsx";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";

/** A number as a slider over its bands, the bands with their counts to tick, and the bounds to type. */
export function NumberFacet({
  param,
  values,
  unknown,
  params,
  change,
  say,
  currency,
}: {
  param: CountedParam;
  values: readonly FacetValue[];
  unknown: number;
  params: FindParams;
  change: Change;
  say: SayFind;
  currency: Currency;
}) {
  const word = useFindWords();
  const { number } = useWords();
  const name = word(`facet.${param}`);
  const { unit } = NUMBER_PARAMS[param];
  const bands = bandsOf(param);
  const bounds = boundsOf(params, param);
  const span = spanOfBounds(param, bounds, currency);
  const counts = bands.map((from) => values.find((value) => value.from === from)?.count ?? 0);
  const most = Math.max(1, ...counts);
  const ask = (next: BandSpan | null, isTyped = false) => {
    const said = next === null ? { min: "", max: "" } : boundsOfSpan(param, next, currency);
    change({ [`min-${param}`]: valuesOf(said.min), [`max-${param}`]: valuesOf(said.max) }, { isTyped });
  };
  // Nothing is beyond the last bound but "more".
  const edge = (place: number) => {
    const from = bands[place];
    return from === undefined ? "∞" : say.bound(param, from);
  };
  return (
    <>
      <BandSlider
        name={name}
        bands={bands.length}
        span={span}
        edge={edge}
        onSpan={(next) => ask(next, true)}
      />
      <div className="facet-bounds">
        <TypedField
          aria-label={word("fromOf", { name })}
          placeholder={word("from")}
          inputMode="decimal"
          value={bounds.min}
          onText={(text) => change({ [`min-${param}`]: valuesOf(text) }, { isTyped: true })}
        />
        <span aria-hidden="true">{word("to")}</span>
        <TypedField
          aria-label={word("toOf", { name })}
          inputMode="decimal"
          value={bounds.max}
          onText={(text) => change({ [`max-${param}`]: valuesOf(text) }, { isTyped: true })}
        />
        {unit === "percent" && "%"}
        {unit === "money" && currency}
      </div>
      <ul className="facet-words">
        {bands.map((from, place) => {
          const count = counts[place] ?? 0;
          const isOn = span !== null && place >= span.low && place <= span.high;
          if (count === 0 && !isOn) return null;
          const above = bands[place + 1];
          const label =
            above === undefined
              ? word("atLeast", { from: say.bound(param, from) })
              : word("range", { from: say.bound(param, from), to: say.bound(param, above) });
          return (
            <li key={from} className="facet-word facet-band">
              <Checkbox
                size="xs"
                label={label}
                aria-label={word("countOf", { word: label, count })}
                checked={isOn}
                onChange={() => ask(tickBand(span, place))}
              />
              <span className="facet-bar" style={{ width: `${(count / most) * 4}rem` }} />
              <span className="facet-count" aria-hidden="true">
                {number(count)}
              </span>
            </li>
          );
        })}
      </ul>
      {values.length === 0 && <p className="quiet">{word("nothingKnown")}</p>}
      {unknown > 0 && <p className="quiet facet-foot">{word("unknownCount", { count: unknown })}</p>}
    </>
  );
}

const valuesOf = (text: string) => (text.trim() === "" ? [] : [text.trim()]);
