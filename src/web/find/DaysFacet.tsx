import { NativeSelect } from "@mantine/core";
import { AGES_DAYS } from "#core/catalog/discovery/figures";
import type { FacetValue } from "#core/catalog/discovery/find/findDocument";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";

/** At most so many days ago, each with how many it would find. */
export function DaysFacet({
  param,
  values,
  unknown,
  params,
  change,
}: {
  param: "posted" | "figures";
  values: readonly FacetValue[];
  unknown: number;
  params: FindParams;
  change: Change;
}) {
  const word = useFindWords();
  const asked = params[`${param}-days`]?.at(-1) ?? "";
  const days = [...new Set([...AGES_DAYS.map(String), ...(asked === "" ? [] : [asked])])];
  const labelOf = (day: string) => {
    const label = word("lastDays", { days: Number(day) });
    const isCounted = AGES_DAYS.some((counted) => String(counted) === day);
    const count = values.find(({ key }) => key === day)?.count ?? 0;
    return isCounted ? word("countOf", { word: label, count }) : label;
  };
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={word(`facet.${param}`)}
        value={asked}
        data={[
          { value: "", label: word("anyDays") },
          ...days.sort((a, b) => Number(a) - Number(b)).map((value) => ({ value, label: labelOf(value) })),
        ]}
        onChange={(event) =>
          change({ [`${param}-days`]: event.currentTarget.value === "" ? [] : [event.currentTarget.value] })
        }
      />
      {unknown > 0 && <p className="quiet facet-foot">{word("unknownCount", { count: unknown })}</p>}
    </>
  );
}
