import { sentence } from "#core/sentence";
import type { Cities, CityTier } from "../city.ts";
import type { ColumnMapping } from "./mapColumns.ts";
import { type CellFault, RowCells } from "./rowCells.ts";

/** One city of a ranking. */
export interface CityTierRow {
  readonly city: string;
  readonly tier: CityTier;
}

const TIERS: Readonly<Record<string, CityTier>> = {
  一线: "1",
  一線: "1",
  first: "1",
  新一线: "new1",
  新一線: "new1",
  newfirst: "new1",
  二线: "2",
  二線: "2",
  second: "2",
  三线: "3",
  三線: "3",
  third: "3",
  四线: "4",
  四線: "4",
  fourth: "4",
  五线: "5",
  五線: "5",
  fifth: "5",
};

/** One row of a ranking of cities: the city by any of its names, the tier as `1`, `new1`, `T2`, 二线 or `third`. */
export function readCityTier(
  texts: readonly string[],
  columns: ColumnMapping,
  cities: Cities,
): CityTierRow | CellFault {
  const cells = new RowCells(columns, texts);
  const name = cells.text("city") ?? "";
  const city = cities.cityOf(name) ?? cities.cityOf(name.replace(/市$/, ""));
  if (!city) cells.refuse(cells.bindings("city")[0], name, sentence("catalog.rule.city"));
  const word = cells.text("cityTier") ?? "";
  const tier = tierOf(word);
  if (tier === null) cells.refuse(cells.bindings("cityTier")[0], word, sentence("catalog.rule.cityTier"));
  return cells.fault ?? { city: city?.slug ?? "", tier: tier ?? "5" };
}

function tierOf(word: string): CityTier | null {
  const folded = word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/城市|tier|[\s_-]/g, "");
  const bare = folded.replace(/^t(?=\d|new)/, "");
  if (/^(new1|[1-5])$/.test(bare)) return bare as CityTier;
  return TIERS[folded] ?? null;
}
