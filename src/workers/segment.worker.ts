import { workerData } from "node:worker_threads";
import type { ClientConfig } from "pg";
import type { SegmentLayout } from "#core/catalog/discovery/segment/layout";
import { connect } from "#storage/database";
import { BUILDING_CONNECTIONS, buildSegment } from "./buildSegment.ts";
import type { SegmentRequest } from "./searchMessages.ts";
import { serveRequests } from "./serveRequests.ts";

/** Builds a part of an index beside the thread that builds the rest. */
const connections = connect(workerData as ClientConfig, { connectionsMax: BUILDING_CONNECTIONS });

serveRequests<SegmentRequest, SegmentLayout>((request) => buildSegment(connections, request));
