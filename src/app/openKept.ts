import { type ContactedRecord, selectContacted } from "#storage/contacted";
import { type ContactRecord, selectContacts } from "#storage/contacts";
import { type CraftMarkRecord, selectCraftMark } from "#storage/craftMarks";
import { type ListRecord, selectLists } from "#storage/lists";
import { type MergeRecord, selectMerges } from "#storage/merges";
import { type NoteRecord, selectNotes } from "#storage/notes";
import { selectTags } from "#storage/tags";
import type { House } from "./house.ts";
import { creatorThere } from "./keepOfCreator.ts";

/** What this workspace keeps about a creator besides what was imported. */
export interface KeptOfCreator {
  readonly tags: readonly string[];
  readonly lists: readonly ListRecord[];
  readonly craft: CraftMarkRecord | null;
  readonly notes: readonly NoteRecord[];
  readonly contacts: readonly ContactRecord[];
  readonly contacted: readonly ContactedRecord[];
  /** Who was merged into this creator and can be split off again. */
  readonly merges: readonly MergeRecord[];
}

/** Throws not-found. */
export async function openKept(house: House, id: string): Promise<KeptOfCreator> {
  const creatorId = await creatorThere(house, id);
  const { db, workspaceId } = house;
  const [tags, lists, craft, notes, contacts, contacted, merges] = await Promise.all([
    selectTags(db, workspaceId, creatorId),
    selectLists(db, workspaceId, creatorId),
    selectCraftMark(db, workspaceId, creatorId),
    selectNotes(db, workspaceId, creatorId),
    selectContacts(db, workspaceId, creatorId),
    selectContacted(db, workspaceId, creatorId),
    selectMerges(db, workspaceId, { keptId: creatorId }),
  ]);
  return { tags, lists, craft, notes, contacts, contacted, merges };
}
