import { Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FacetValue } from "#core/catalog/discovery/find/findDocument";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import { isKeyed, type WordParam } from "./facets.ts";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";
import { WordRow } from "./WordRow.tsx";

/** So many words are looked through at a glance. */
const FEW = 7;

/** Words of a facet with their counts. An account has one of those ticked, or all, and none of those excluded. */
export function WordFacet({
  param,
  values,
  more,
  unknown,
  params,
  change,
  say,
}: {
  param: WordParam;
  values: readonly FacetValue[];
  /** Words beyond those that the answer names. */
  more: number;
  unknown: number;
  params: FindParams;
  change: Change;
  say: SayFind;
}) {
  const word = useFindWords();
  const [isAll, setAll] = useState(false);
  const [sought, setSought] = useState("");
  const together = params[`all-${param}`] ?? [];
  const isTogether = together.length > 0;
  const wanted = isTogether ? together : (params[param] ?? []);
  const refused = params[`not-${param}`] ?? [];
  const counts = new Map(values.map(({ key, count }) => [key, count]));
  const rows = [...new Set([...wanted, ...refused, ...counts.keys()])].map((key) => ({
    ...{ key, said: say.key(param, key), count: counts.get(key) ?? 0 },
  }));
  const found = rows.filter(({ key, said }) =>
    [key, said].some((text) => text.toLowerCase().includes(sought.trim().toLowerCase())),
  );
  const shown =
    isAll || sought.trim() !== "" ? found : found.slice(0, Math.max(FEW, wanted.length + refused.length));
  const want = (keys: readonly string[], isAllAtOnce: boolean, rest: FindParams = {}) =>
    change({
      ...(isKeyed(param) ? { [`all-${param}`]: isAllAtOnce ? keys : [] } : {}),
      [param]: isAllAtOnce ? [] : keys,
      ...rest,
    });
  const without = (keys: readonly string[], key: string) => keys.filter((each) => each !== key);
  const name = word(`facet.${param}`);
  if (rows.length === 0) return <p className="quiet">{word("nothingKnown")}</p>;
  return (
    <>
      {rows.length > FEW * 2 && (
        <TextInput
          size="xs"
          type="search"
          aria-label={word("among", { name })}
          placeholder={word("among", { name })}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ul className={isAll ? "facet-words facet-long" : "facet-words"}>
        {shown.map(({ key, said, count }) => (
          <WordRow
            key={key}
            said={said}
            count={count}
            isWanted={wanted.includes(key)}
            isRefused={refused.includes(key)}
            onWant={(isOn) =>
              want(isOn ? [...wanted, key] : without(wanted, key), isTogether, {
                [`not-${param}`]: without(refused, key),
              })
            }
            onRefuse={(isOn) =>
              want(without(wanted, key), isTogether, {
                [`not-${param}`]: isOn ? [...refused, key] : without(refused, key),
              })
            }
          />
        ))}
      </ul>
      <div className="facet-foot">
        {found.length > shown.length || isAll ? (
          <button type="button" className="facet-more" onClick={() => setAll(!isAll)}>
            {isAll ? word("showFew") : word("showAll", { count: found.length })}
          </button>
        ) : null}
        {isAll && more > 0 && <span className="quiet">{word("others", { count: more })}</span>}
        {unknown > 0 && <span className="quiet">{word("unknownCount", { count: unknown })}</span>}
      </div>
      {isKeyed(param) && wanted.length > 1 && (
        <Switch
          size="xs"
          label={word("allAtOnce")}
          checked={isTogether}
          onChange={(event) => want(wanted, event.currentTarget.checked)}
        />
      )}
    </>
  );
}
