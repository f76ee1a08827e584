import { workerData } from "node:worker_threads";
import { searchSegments } from "#core/catalog/discovery/find/searchSegments";
import { bury, type OpenSegment, openSegment } from "#core/catalog/discovery/segment/openSegment";
import type { PublishedIndex, SearchReply, SearchRequest } from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Searches what the builder published; each thread has a number, which is its own room in every segment. */
const { kernels, thread } = workerData as { kernels: WebAssembly.Module; thread: number };

interface Opened {
  readonly segment: OpenSegment;
  buried: number;
}
const indexes = new Map<string, ReadonlyMap<number, Opened>>();

serveRequests<SearchRequest, SearchReply>((request) => {
  if (request.kind === "publish") {
    open(request.index);
    return null;
  }
  const segments = [...(indexes.get(request.workspaceId) ?? new Map<number, Opened>()).values()];
  return searchSegments(
    segments.map(({ segment }) => segment),
    request.query,
  );
});

function open({ workspaceId, segments, buried }: PublishedIndex): void {
  const before = indexes.get(workspaceId) ?? new Map<number, Opened>();
  const now = new Map<number, Opened>();
  for (const { key, layout } of segments) {
    const opened = before.get(key) ?? { segment: openSegment(layout, kernels, thread), buried: 0 };
    const gone = buried.get(key) ?? [];
    bury(opened.segment, gone.slice(opened.buried));
    opened.buried = gone.length;
    now.set(key, opened);
  }
  indexes.set(workspaceId, now);
}
