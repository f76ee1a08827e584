import type { Sentence } from "#core/sentence";
import { type Identity, probableDuplicates } from "./duplicates.ts";
import type { PasteForms } from "./paste/pasteForms.ts";

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

/** The first pairs of those who are probably one, those who share most first; of one creator, who then stands first, or of all. */
export function suggestedDuplicates(
  identities: readonly Identity[],
  forms: PasteForms,
  creatorId: string | null,
): SuggestedDuplicate[] {
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
