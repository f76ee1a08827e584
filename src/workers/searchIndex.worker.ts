import { workerData } from "node:worker_threads";
import { ConceptLexicon } from "#core/catalog/discovery/lexicon";
import type { TopicSpaceData } from "#core/catalog/discovery/topicSpace";
import { TopicLexicon } from "#core/catalog/topic";
import { connect } from "#storage/database";
import { BUILDING_CONNECTIONS } from "./buildSegment.ts";
import { collectGarbage } from "./collectGarbage.ts";
import { SearchIndexBuilder } from "./searchIndexBuilder.ts";
import type { IndexerStart, IndexNews, IndexRequest, SentSpace } from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Builds indexes from the database and follows it, off the main thread and away from those who search. */
const { connection, threads, concepts, topics } = workerData as IndexerStart;
const connections = connect(connection, { connectionsMax: BUILDING_CONNECTIONS });
const builders = new Map<string, SearchIndexBuilder>();

serveRequests<IndexRequest, IndexNews>(async (asked) => {
  const { workspaceId } = asked.kind === "refresh" ? asked.request : asked;
  const builder = builders.get(workspaceId) ?? new SearchIndexBuilder(workspaceId, { connections, threads });
  builders.set(workspaceId, builder);
  if (asked.kind === "learn")
    return { kind: "teach", workspaceId, space: sent(await builder.learn(lexicon())) };
  const index = await builder.refresh(asked.request);
  if (index.hasLetGo) collectGarbage();
  return { kind: "publish", index };
});

/** Made when there is something to learn: the first index does not wait for it. */
function lexicon(): ConceptLexicon {
  return new ConceptLexicon(concepts, new TopicLexicon(topics));
}

function sent({ names, vectors, ...space }: TopicSpaceData): SentSpace {
  const shared = new Float32Array(new SharedArrayBuffer(vectors.byteLength));
  shared.set(vectors);
  return { ...space, names: names.join("\n"), vectors: shared };
}
