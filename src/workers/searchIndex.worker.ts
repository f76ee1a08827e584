import { workerData } from "node:worker_threads";
import { connect } from "#storage/database";
import { BUILDING_CONNECTIONS } from "./buildSegment.ts";
import { collectGarbage } from "./collectGarbage.ts";
import { SearchIndexBuilder } from "./searchIndexBuilder.ts";
import type { IndexerStart, PublishedIndex, RefreshRequest } from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Builds indexes from the database and follows it, off the main thread and away from those who search. */
const { connection, threads } = workerData as IndexerStart;
const connections = connect(connection, { connectionsMax: BUILDING_CONNECTIONS });
const builders = new Map<string, SearchIndexBuilder>();

serveRequests<RefreshRequest, PublishedIndex>(async (request) => {
  const { workspaceId } = request;
  const builder = builders.get(workspaceId) ?? new SearchIndexBuilder(workspaceId, { connections, threads });
  builders.set(workspaceId, builder);
  const index = await builder.refresh(request);
  if (index.hasLetGo) collectGarbage();
  return index;
});
