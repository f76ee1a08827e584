import type { House } from "./house.ts";
import { creatorThere } from "./keepOfCreator.ts";
import { type HistoryEntry, listHistory } from "./listHistory.ts";

/** What was done about a creator and to the figures of their accounts, newest first. Throws not-found. */
export async function listHistoryOfCreator(house: House, id: string, limit: number): Promise<HistoryEntry[]> {
  return listHistory(house, { limit, creatorId: await creatorThere(house, id) });
}
