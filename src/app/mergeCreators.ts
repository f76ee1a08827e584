import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { markChanged, markCreatorsChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import { appendEvent } from "#storage/events";
import { addMerge, selectMerges } from "#storage/merges";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { creatorThere } from "./keepOfCreator.ts";

export interface MergedCreators {
  readonly keptId: string;
  readonly mergedId: string;
  readonly actor: string;
}

/**
 * Says that two creators are one person or team: accounts and all that is kept of the second go to the first. Throws
 * not-found, and refused when they are one already.
 */
export async function mergeCreators(
  house: House,
  { keptId, mergedId, actor }: MergedCreators,
): Promise<void> {
  const { workspaceId, newId } = house;
  const [kept, merged] = [await creatorThere(house, keptId), await creatorThere(house, mergedId)];
  if (kept === merged) throw new ChoraleError("refused", sentence("kept.rule.sameCreator"), "mergedId");
  const at = house.now();
  await inChange(house, async (trx) => {
    await addMerge(trx, workspaceId, { id: newId(), keptId: kept, mergedId: merged, actor, at });
    const [merge] = await selectMerges(trx, workspaceId, { mergedId: merged });
    const changeSeq = await nextChange(trx, workspaceId);
    await markChanged(trx, workspaceId, merge?.accountIds ?? [], changeSeq);
    await markCreatorsChanged(trx, workspaceId, [kept, merged], changeSeq);
    await appendEvent(trx, workspaceId, {
      ...{ id: newId(), actor, noun: "creator", nounId: kept, verb: "merged", at },
      ...{ before: null, after: { merged, name: merge?.mergedName ?? "" } },
    });
  });
}
