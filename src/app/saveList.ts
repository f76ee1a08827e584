import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { appendEvent } from "#storage/events";
import { isDuplicate } from "#storage/faults";
import { type ListRecord, putList, selectLists } from "#storage/lists";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

const NAME_MAX = 120;

export interface ListToSave {
  /** Null: a new list; else its new name. */
  readonly id: string | null;
  readonly name: string;
  readonly actor: string;
}

/** Makes a list of creators or renames one. Throws bad-input for an empty name, not-found, and conflict for a name that another has. */
export async function saveList(house: House, { id, name, actor }: ListToSave): Promise<ListRecord> {
  const text = givenText(name, "name", NAME_MAX);
  const before = id === null ? null : await findList(house, id);
  if (before?.name === text) return before;
  const at = house.now();
  const list = before ? { ...before, name: text } : { id: house.newId(), name: text, madeAt: at, members: 0 };
  try {
    await inChange(house, async (trx) => {
      await putList(trx, house.workspaceId, list);
      await appendEvent(trx, house.workspaceId, {
        ...{ id: house.newId(), actor, noun: "list", nounId: list.id, verb: before ? "renamed" : "made", at },
        ...{ before: before && { name: before.name }, after: { name: text } },
      });
    });
  } catch (caught) {
    if (!isDuplicate(caught)) throw caught;
    throw new ChoraleError("conflict", sentence("kept.rule.listTaken", { name: text }), "name");
  }
  return list;
}

/** Throws not-found. */
export async function findList(house: House, id: string): Promise<ListRecord> {
  const all = isUuid(id) ? await selectLists(house.db, house.workspaceId) : [];
  const found = all.find((list) => list.id === id);
  if (found) return found;
  throw new ChoraleError("not-found", sentence("kept.rule.noList"), "list");
}
