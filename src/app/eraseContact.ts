import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { eraseContact as deleteContact } from "#storage/contacts";
import { inTransaction } from "#storage/transaction";
import type { House } from "./house.ts";
import { creatorThere, type OfCreator, recordKept } from "./keepOfCreator.ts";

/**
 * Deletes a contact for good: personal data somebody deletes is gone from what undoing keeps too, so that this is the one
 * verb that cannot be undone. Throws not-found for the creator or the contact.
 */
export async function eraseContact(house: House, erased: OfCreator & { readonly id: string }): Promise<void> {
  const creatorId = await creatorThere(house, erased.creatorId);
  const { id } = erased;
  await inTransaction(house.db, async (trx) => {
    const kind = isUuid(id) ? await deleteContact(trx, house.workspaceId, creatorId, id) : null;
    if (kind === null) throw new ChoraleError("not-found", sentence("kept.rule.noContact"), "contact");
    await recordKept(trx, house, { ...erased, creatorId }, { verb: "contactErased", before: { kind } });
  });
}
