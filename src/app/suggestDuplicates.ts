import { readPasteForms } from "#connectors/data/readPasteForms";
import { type Identity, probableDuplicates, tracesToFind } from "#core/catalog/duplicates";
import type { Sentence } from "#core/sentence";
import { selectIdentities } from "#storage/identities";
import type { House } from "./house.ts";
import { creatorThere } from "./keepOfCreator.ts";

/** Two creators who are probably one, as a list shows them, and why. */
export interface SuggestedDuplicate {
  readonly creators: readonly [SuggestedCreator, SuggestedCreator];
  readonly evidence: readonly Sentence[];
}

export interface SuggestedCreator {
  readonly id: string;
  readonly name: string;
  readonly accounts: readonly { readonly platform: string; readonly handle: string }[];
}

const SUGGESTIONS_MOST = 200;

/**
 * Creators who are probably one, with what they share: of the whole workspace, those who share most first, or of one
 * creator, who then stands first. Throws not-found.
 */
export async function suggestDuplicates(house: House, id: string | null): Promise<SuggestedDuplicate[]> {
  const { db, workspaceId } = house;
  const forms = readPasteForms();
  const creatorId = id === null ? null : await creatorThere(house, id);
  const [own] = creatorId === null ? [] : await selectIdentities(db, workspaceId, { creatorId });
  const whom = own ? tracesToFind(own, forms) : null;
  const identities = await selectIdentities(db, workspaceId, whom);
  const byId = new Map(identities.map((identity) => [identity.creatorId, identity]));
  const pairs = probableDuplicates(identities, forms).filter(
    ({ creatorIds }) => creatorId === null || creatorIds.includes(creatorId),
  );
  return pairs.slice(0, SUGGESTIONS_MOST).map(({ creatorIds, evidence }) => {
    const [a, b] = creatorIds[1] === creatorId ? creatorIds.toReversed() : creatorIds;
    return { creators: [shown(byId, a ?? ""), shown(byId, b ?? "")], evidence };
  });
}

function shown(byId: ReadonlyMap<string, Identity>, id: string): SuggestedCreator {
  const identity = byId.get(id);
  const accounts = (identity?.accounts ?? []).map(({ platform, handle }) => ({ platform, handle }));
  return { id, name: identity?.name ?? "", accounts };
}
