import { readPasteForms } from "#connectors/data/readPasteForms";
import { tracesToFind } from "#core/catalog/duplicates";
import { type SuggestedDuplicate, suggestedDuplicates } from "#core/catalog/suggestedDuplicates";
import { selectIdentities } from "#storage/identities";
import { AskThread } from "#workers/askThread";
import type { DuplicatesAsked, DuplicatesStart } from "#workers/duplicates.worker";
import type { House } from "./house.ts";
import { creatorThere } from "./keepOfCreator.ts";

/**
 * Creators who are probably one, with what they share: of the whole workspace, those who share most first, or of one
 * creator, who then stands first. Throws not-found.
 */
export async function suggestDuplicates(house: House, id: string | null): Promise<SuggestedDuplicate[]> {
  if (id === null) return suggestAmongAll(house);
  const { db, workspaceId } = house;
  const forms = readPasteForms();
  const creatorId = await creatorThere(house, id);
  const [own] = await selectIdentities(db, workspaceId, { creatorId });
  const identities = own ? await selectIdentities(db, workspaceId, tracesToFind(own, forms)) : [];
  return suggestedDuplicates(identities, forms, creatorId);
}

// Reading and comparing a hundred thousand creators takes seconds, in which a server has others to answer.
async function suggestAmongAll({ connection, workspaceId }: House): Promise<SuggestedDuplicate[]> {
  const { data, platforms } = readPasteForms();
  const thread = new AskThread<DuplicatesAsked, SuggestedDuplicate[]>("duplicates.worker", {
    ...{ connection, data, platforms },
  } satisfies DuplicatesStart);
  try {
    return await thread.ask({ workspaceId });
  } finally {
    await thread.end();
  }
}
