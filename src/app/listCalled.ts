import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { type ListRecord, selectLists } from "#storage/lists";
import type { House } from "./house.ts";

/** A list by its id or its name, in whatever case. Throws not-found. */
export async function listCalled(house: House, word: string): Promise<ListRecord> {
  const lists = await selectLists(house.db, house.workspaceId);
  const found = lists.find(({ id, name }) => id === word || name.toLowerCase() === word.trim().toLowerCase());
  if (found) return found;
  throw new ChoraleError("not-found", sentence("find.noList", { name: word }), "list");
}
