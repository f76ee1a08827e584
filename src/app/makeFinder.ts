import { readReference } from "#connectors/data/readReference";
import { readBrief } from "#connectors/files/readBrief";
import type { Brief } from "#core/brief/brief";
import { type FinderSheet, type FinderTerms, finderSheet } from "#core/brief/finderSheet";
import { parseBrief } from "#core/brief/parseBrief";
import type { IsoDate } from "#core/period";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { openBrief } from "./openBrief.ts";

export interface Finder {
  readonly name: string | null;
  readonly terms: FinderTerms;
  readonly sheet: FinderSheet;
}

/** Where to look for the creators of a brief file. Throws what reading and checking a brief throws. */
export async function finderOfFile(path: string, today: IsoDate): Promise<Finder> {
  const reference = readReference();
  const brief = parseBrief(await readBrief(path), reference, today);
  const terms = termsOf(brief);
  return { name: brief.name, terms, sheet: finderSheet(terms, reference) };
}

/** Where to look for the creators of a stored brief. Throws not-found. */
export async function finderOfBrief(house: House, id: string): Promise<Finder> {
  const { brief } = await openBrief(house, id);
  const terms = termsOf(brief);
  return { name: brief.name, terms, sheet: finderSheet(terms, await houseReference(house)) };
}

/** Where to look for creators before there is a brief. */
export async function finderOfTerms(house: House, terms: FinderTerms): Promise<Finder> {
  return { name: null, terms, sheet: finderSheet(terms, await houseReference(house)) };
}

function termsOf({ market, product, topics, platforms, tierPolicy, audience }: Brief): FinderTerms {
  return { market, product, topics, platforms, tierPolicy, cities: audience.cities };
}
