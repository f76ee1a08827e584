import { ActionIcon, NativeSelect } from "@mantine/core";
import { type FindParams, NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";
import type { NumberParam } from "./bands.ts";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";

export type SortName = NumberParam | "match" | "fit";

export interface Sort {
  readonly by: SortName;
  readonly isAscending: boolean;
}

/** The order of a search, asked for or as it is where nothing is said (readFind). */
export function sortOf(params: FindParams): Sort {
  const [by = "", way] = (params["sort"]?.at(-1) ?? "").split(":");
  const isSearch = (params["query"]?.[0] ?? "").trim() !== "" || (params["similar"]?.length ?? 0) > 0;
  const usual = isSearch ? "match" : params["brief"]?.length ? "fit" : "followers";
  return { by: by === "" ? usual : (by as SortName), isAscending: way === "asc" };
}

export const sayOrder = ({ by, isAscending }: Sort): string => (isAscending ? `${by}:asc` : by);

/** By any figure, by the words, by fit to the brief; each both ways. */
export function SortControl({ params, change }: { params: FindParams; change: Change }) {
  const word = useFindWords();
  const sort = sortOf(params);
  const isMatch = sort.by === "match" || (params["query"]?.[0] ?? "").trim() !== "";
  const data = [
    ...(isMatch ? [{ value: "match", label: word("match") }] : []),
    ...(params["brief"]?.length ? [{ value: "fit", label: word("fit") }] : []),
    ...(Object.keys(NUMBER_PARAMS) as NumberParam[]).map((value) => ({
      value,
      label: word(`facet.${value}`),
    })),
  ];
  const way = word(sort.isAscending ? "smallest" : "largest");
  return (
    <div className="find-sort">
      <NativeSelect
        label={word("sort")}
        value={sort.by}
        data={data}
        onChange={(event) => change({ sort: [event.currentTarget.value] })}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={way}
        title={way}
        onClick={() => change({ sort: [sayOrder({ ...sort, isAscending: !sort.isAscending })] })}
      >
        {sort.isAscending ? "↑" : "↓"}
      </ActionIcon>
    </div>
  );
}
