import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { markChanged, markCreatorsChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import { appendEvent } from "#storage/events";
import { endMerge, selectMerges } from "#storage/merges";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { creatorThere, type OfCreator } from "./keepOfCreator.ts";

/** Takes a merge into a creator apart: each has again what was theirs. Throws not-found for the creator or the merge. */
export async function splitCreators(house: House, split: OfCreator & { readonly id: string }): Promise<void> {
  const { workspaceId, newId } = house;
  const creatorId = await creatorThere(house, split.creatorId);
  const at = house.now();
  await inChange(house, async (trx) => {
    const merges = await selectMerges(trx, workspaceId, { keptId: creatorId });
    const merge = merges.find(({ id }) => id === split.id);
    if (!merge) throw new ChoraleError("not-found", sentence("kept.rule.noMerge"), "merge");
    await endMerge(trx, workspaceId, merge, at);
    const changeSeq = await nextChange(trx, workspaceId);
    await markChanged(trx, workspaceId, merge.accountIds, changeSeq);
    await markCreatorsChanged(trx, workspaceId, [creatorId, merge.mergedId], changeSeq);
    await appendEvent(trx, workspaceId, {
      ...{ id: newId(), actor: split.actor, noun: "creator", nounId: creatorId, verb: "split", at },
      ...{ before: null, after: { merged: merge.mergedId, name: merge.mergedName } },
    });
  });
}
