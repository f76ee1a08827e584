import { readReference } from "#connectors/data/readReference";
import type { Reference } from "#core/catalog/reference";
import type { FxRate } from "#core/fx";
import { listCityTiers } from "#storage/cityTiers";
import { selectFxRates } from "#storage/fxRates";
import type { House } from "./house.ts";

/**
 * What the product ships, with what this workspace brought: its rankings of cities, and its exchange rates, which
 * replace those of the same pair and day.
 */
export async function houseReference(house: House): Promise<Reference> {
  const shipped = readReference();
  const own = await selectFxRates(house.db, house.workspaceId);
  const entered = new Set(own.map(pairAndDay));
  const rankings = await listCityTiers(house.db, house.workspaceId);
  const cities = rankings.reduce((known, ranking) => known.withTierList(ranking), shipped.cities);
  return { ...shipped, cities, fx: [...shipped.fx.filter((rate) => !entered.has(pairAndDay(rate))), ...own] };
}

function pairAndDay({ base, quote, onDate }: FxRate): string {
  return `${base}/${quote}/${onDate}`;
}
