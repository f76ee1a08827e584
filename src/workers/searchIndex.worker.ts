import { workerData } from "node:worker_threads";
import type { ClientConfig } from "pg";
import { connect } from "#storage/database";
import { SearchIndexBuilder } from "./searchIndexBuilder.ts";
import type { PublishedIndex, RefreshRequest } from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Builds indexes from the database and follows it, off the main thread and away from those who search. */
const { connection, threads } = workerData as { connection: ClientConfig; threads: number };
const connections = connect(connection, { connectionsMax: 8 });
const builders = new Map<string, SearchIndexBuilder>();

serveRequests<RefreshRequest, PublishedIndex>((request) => {
  const builder =
    builders.get(request.workspaceId) ?? new SearchIndexBuilder(request.workspaceId, connections, threads);
  builders.set(request.workspaceId, builder);
  return builder.refresh(request);
});
