import { workerData } from "node:worker_threads";
import { ConceptLexicon } from "#core/catalog/discovery/lexicon";
import type { TopicSpaceData } from "#core/catalog/discovery/topicSpace";
import { TopicLexicon } from "#core/catalog/topic";
import { connect } from "#storage/database";
import { BUILDING_CONNECTIONS } from "./buildSegment.ts";
import { learnWords } from "./learnWords.ts";
import type { LearnerStart, LearnRequest, SentSpace } from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Learns from a catalog beside the thread that follows it: that one must not be busy for ten seconds. */
const { connection, concepts, topics } = workerData as LearnerStart;
const connections = connect(connection, { connectionsMax: BUILDING_CONNECTIONS });
const lexicon = new ConceptLexicon(concepts, new TopicLexicon(topics));

serveRequests<LearnRequest, SentSpace>(async (request) =>
  sent(await learnWords(connections, request, lexicon)),
);

function sent({ names, vectors, ...space }: TopicSpaceData): SentSpace {
  const shared = new Float32Array(new SharedArrayBuffer(vectors.byteLength));
  shared.set(vectors);
  return { ...space, names: names.join("\n"), vectors: shared };
}
