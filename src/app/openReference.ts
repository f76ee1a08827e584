import { BRIEF_TEMPLATES, readBriefTemplateText } from "#connectors/data/readBriefTemplate";
import type { Reference } from "#core/catalog/reference";
import { dayOf, type IsoDate } from "#core/period";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";

/** What every page looks words up in, the starting briefs with their dates filled in, and the server's day. */
export interface OpenReference {
  readonly reference: Reference;
  readonly templates: readonly { readonly name: string; readonly text: string }[];
  readonly today: IsoDate;
}

export async function openReference(house: House): Promise<OpenReference> {
  const today = dayOf(house.now().getTime());
  const templates = BRIEF_TEMPLATES.map((name) => ({ name, text: readBriefTemplateText(name, today) }));
  return { reference: await houseReference(house), templates, today };
}
