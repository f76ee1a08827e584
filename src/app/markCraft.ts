import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { putCraftMark, selectCraftMark } from "#storage/craftMarks";
import { givenTextOrNone } from "./givenText.ts";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";
import { NOTE_MAX } from "./noteCreator.ts";

export interface MarkedCraft extends OfCreator {
  /** 1 to 5; null takes the mark away. */
  readonly mark: number | null;
  readonly note: string | null;
}

/** Says what somebody thinks of a creator's craft. Throws not-found, and bad-input for a mark that is none of the five. */
export async function markCraft(house: House, marked: MarkedCraft): Promise<void> {
  const { mark, actor } = marked;
  if (mark !== null && !(Number.isInteger(mark) && mark >= 1 && mark <= 5)) {
    const rule = sentence("kept.rule.markRule");
    throw new ChoraleError("bad-input", rule, "mark", [{ at: "mark", rule, value: mark }]);
  }
  const note = givenTextOrNone(marked.note, "note", NOTE_MAX);
  await keepOfCreator(house, marked, async (trx, creatorId) => {
    const before = await selectCraftMark(trx, house.workspaceId, creatorId);
    if (mark === (before?.mark ?? null) && note === (before?.note ?? null)) return null;
    const next = mark === null ? null : { mark, note, actor, at: house.now() };
    await putCraftMark(trx, house.workspaceId, creatorId, next);
    const was = before && { mark: before.mark };
    return mark === null
      ? { verb: "unmarked", ...(was ? { before: was } : {}) }
      : { verb: "marked", ...(was ? { before: was } : {}), after: { mark } };
  });
}
