import { setBriefBrand } from "#storage/brands";
import { appendEvent } from "#storage/events";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { openBrief } from "./openBrief.ts";
import { openBrand } from "./saveBrand.ts";

/** Says which brand a brief is for, in all its versions; null: none. Throws not-found for either. */
export async function setBrandOfBrief(
  house: House,
  {
    briefId,
    brandId,
    actor,
  }: { readonly briefId: string; readonly brandId: string | null; readonly actor: string },
): Promise<void> {
  const { brief, brandId: before } = await openBrief(house, briefId);
  if (brandId !== null) await openBrand(house, brandId);
  if (before === brandId) return;
  await inChange(house, async (trx) => {
    await setBriefBrand(trx, house.workspaceId, briefId, brandId);
    await appendEvent(trx, house.workspaceId, {
      ...{ id: house.newId(), actor, noun: "brief", nounId: briefId, verb: "branded", at: house.now() },
      before: { brandId: before },
      after: { brandId, name: brief.name },
    });
  });
}
