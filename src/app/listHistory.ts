import { isUuid } from "#core/ids";
import type { Sentence } from "#core/sentence";
import { findEvent, selectHistory } from "#storage/events";
import type { House } from "./house.ts";
import { sayEvent } from "./sayEvent.ts";

/** One thing that was done, in words, and whether it can be undone or done again. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  readonly says: Sentence;
  readonly isUndone: boolean;
  /** The event to undo for that: its own, or for doing it again the one that undid it. Null: nothing to press. */
  readonly action: "undo" | "redo" | null;
}

export interface HistoryPage {
  readonly limit?: number;
  readonly beforeId?: string | null;
  /** Only what concerns this creator. */
  readonly creatorId?: string | null;
}

/** What was done in a workspace, newest first; what undid something stands between. */
export async function listHistory(
  house: House,
  { limit = 50, beforeId = null, creatorId = null }: HistoryPage = {},
): Promise<HistoryEntry[]> {
  const { db, workspaceId } = house;
  const before = beforeId !== null && isUuid(beforeId) ? beforeId : null;
  const events = await selectHistory(db, workspaceId, { limit, beforeId: before, creatorId });
  const redoable = new Set<string>();
  const entries: HistoryEntry[] = [];
  for (const event of events) {
    const { id, at, changeId, undoneAt, verb } = event;
    const isUndoing = verb === "undone" || verb === "redone";
    const of = isUndoing && changeId !== null ? await findEvent(db, workspaceId, { changeId }) : null;
    // Only the newest undoing of a change is the one whose undoing does it again.
    const isNewest = changeId !== null && !redoable.has(changeId);
    if (isUndoing && changeId !== null) redoable.add(changeId);
    const canRedo = verb === "undone" && undoneAt !== null && isNewest;
    const canUndo = changeId !== null && !isUndoing && undoneAt === null;
    const action = canRedo ? ("redo" as const) : canUndo ? ("undo" as const) : null;
    entries.push({
      ...{ id, at, says: sayEvent(event, of), action },
      isUndone: !isUndoing && undoneAt !== null,
    });
  }
  return entries;
}
