import { workerData } from "node:worker_threads";
import { ConceptLexicon } from "#core/catalog/discovery/lexicon";
import { TopicLexicon } from "#core/catalog/topic";
import { connect } from "#storage/database";
import { BUILDING_CONNECTIONS } from "./buildSegment.ts";
import { SearchIndexBuilder } from "./searchIndexBuilder.ts";
import type { IndexerStart, IndexRequest, PublishedIndex } from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Builds indexes from the database and follows it, off the main thread and away from those who search. */
const { connection, threads, concepts, topics } = workerData as IndexerStart;
const lexicon = new ConceptLexicon(concepts, new TopicLexicon(topics));
const connections = connect(connection, { connectionsMax: BUILDING_CONNECTIONS });
const builders = new Map<string, SearchIndexBuilder>();

serveRequests<IndexRequest, PublishedIndex>((asked) => {
  const { workspaceId } = asked.kind === "refresh" ? asked.request : asked;
  const builder = builders.get(workspaceId) ?? new SearchIndexBuilder(workspaceId, { connections, threads });
  builders.set(workspaceId, builder);
  return asked.kind === "refresh" ? builder.refresh(asked.request) : builder.learn(lexicon);
});
