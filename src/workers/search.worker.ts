import { workerData } from "node:worker_threads";
import { alikeWords } from "#core/catalog/discovery/find/alikeWords";
import { completedWords } from "#core/catalog/discovery/find/completedWords";
import { searchSegments } from "#core/catalog/discovery/find/searchSegments";
import { ConceptLexicon } from "#core/catalog/discovery/lexicon";
import { bury, type OpenSegment, openSegment } from "#core/catalog/discovery/segment/openSegment";
import { TopicSpace } from "#core/catalog/discovery/topicSpace";
import { TopicLexicon } from "#core/catalog/topic";
import { collectGarbage } from "./collectGarbage.ts";
import type {
  PublishedIndex,
  SearchAsked,
  SearcherStart,
  SearchReply,
  SearchRequest,
  SentSpace,
} from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Searches what the builder published; each thread has a number, which is its own room in every segment. */
const { kernels, thread, concepts, topics } = workerData as SearcherStart;
const lexicon = new ConceptLexicon(concepts, new TopicLexicon(topics));

interface Opened {
  readonly segment: OpenSegment;
  buried: number;
}
const indexes = new Map<string, ReadonlyMap<number, Opened>>();
const spaces = new Map<string, TopicSpace>();

serveRequests<SearchRequest, SearchReply>((request) => {
  if (request.kind === "search") return search(request.workspaceId, request);
  if (request.kind === "publish") {
    open(request.index);
    if (request.index.hasLetGo) collectGarbage();
  } else spaces.set(request.workspaceId, arrived(request.space));
  return null;
});

function arrived({ names, ...space }: SentSpace): TopicSpace {
  return new TopicSpace({ ...space, names: names === "" ? [] : names.split("\n") });
}

function search(workspaceId: string, { text, isTyping, alike, query }: SearchAsked): SearchReply {
  const segments = [...(indexes.get(workspaceId)?.values() ?? [])].map(({ segment }) => segment);
  const layouts = segments.map(({ layout }) => layout);
  const space = spaces.get(workspaceId) ?? null;
  const said = text.trim() === "" ? null : completedWords(text, isTyping, lexicon, space, layouts);
  const words = alike.length === 0 ? said : alikeWords(alike, said, layouts, space);
  return { words, answer: searchSegments(segments, { ...query, words }) };
}

function open({ workspaceId, segments, buried }: PublishedIndex): void {
  const before = indexes.get(workspaceId);
  const parts = new Map<number, Opened>();
  for (const { key, layout } of segments) {
    const opened = before?.get(key) ?? { segment: openSegment(layout, kernels, thread), buried: 0 };
    const gone = buried.get(key) ?? [];
    bury(opened.segment, gone.slice(opened.buried));
    opened.buried = gone.length;
    parts.set(key, opened);
  }
  indexes.set(workspaceId, parts);
}
