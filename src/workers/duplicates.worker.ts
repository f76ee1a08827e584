import { workerData } from "node:worker_threads";
import type { ClientConfig } from "pg";
import { type PasteData, PasteForms } from "#core/catalog/paste/pasteForms";
import type { Platform } from "#core/catalog/platform";
import { type SuggestedDuplicate, suggestedDuplicates } from "#core/catalog/suggestedDuplicates";
import { connect } from "#storage/database";
import { selectIdentities } from "#storage/identities";
import { serveRequests } from "./serveRequests.ts";

export interface DuplicatesStart {
  readonly connection: ClientConfig;
  /** What forms of addresses are made from: their classes do not survive the crossing. */
  readonly data: PasteData;
  readonly platforms: readonly Platform[];
}

export interface DuplicatesAsked {
  readonly workspaceId: string;
}

/** Reads every creator of a workspace for itself and compares them. */
const { connection, data, platforms } = workerData as DuplicatesStart;

serveRequests<DuplicatesAsked, SuggestedDuplicate[]>(async ({ workspaceId }) => {
  const { db } = connect(connection, { connectionsMax: 1 });
  try {
    const identities = await selectIdentities(db, workspaceId, null);
    return suggestedDuplicates(identities, new PasteForms(data, platforms), null);
  } finally {
    await db.destroy();
  }
});
