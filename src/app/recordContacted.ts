import { ChoraleError } from "#core/errors";
import { dayOf, isIsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { addContacted } from "#storage/contacted";
import { givenTextOrNone } from "./givenText.ts";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";
import { NOTE_MAX } from "./noteCreator.ts";

export interface Contacted extends OfCreator {
  readonly onDate: string;
  readonly note: string | null;
}

/** Records that somebody wrote to or spoke with a creator. Throws not-found, and bad-input for a day that is none or to come. */
export async function recordContacted(house: House, contacted: Contacted): Promise<void> {
  const { onDate, actor } = contacted;
  const at = house.now();
  const today = dayOf(at.getTime());
  if (!isIsoDate(onDate) || onDate > today) {
    const rule = sentence("storage.fx.day", { today });
    throw new ChoraleError("bad-input", rule, "onDate", [{ at: "onDate", rule, value: onDate.slice(0, 20) }]);
  }
  const note = givenTextOrNone(contacted.note, "note", NOTE_MAX);
  await keepOfCreator(house, contacted, async (trx, creatorId) => {
    const record = { id: house.newId(), onDate, note, actor, at };
    await addContacted(trx, house.workspaceId, creatorId, record);
    return { verb: "contacted", after: { onDate } };
  });
}
