import { readReference } from "#connectors/data/readReference";
import type { Reference } from "#core/catalog/reference";
import type { FxRate } from "#core/fx";
import { selectFxRates } from "#storage/fxRates";
import type { House } from "./house.ts";

/** What the product ships, with the exchange rates of this workspace in it: those of the same pair and day replace. */
export async function houseReference(house: House): Promise<Reference> {
  const shipped = readReference();
  const own = await selectFxRates(house.db, house.workspaceId);
  const entered = new Set(own.map(pairAndDay));
  return { ...shipped, fx: [...shipped.fx.filter((rate) => !entered.has(pairAndDay(rate))), ...own] };
}

function pairAndDay({ base, quote, onDate }: FxRate): string {
  return `${base}/${quote}/${onDate}`;
}
