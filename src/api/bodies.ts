import type { Server } from "./server.ts";

/**
 * What a door may be handed besides JSON: a brief as YAML text, and a file as it is. A file is a stream with no limit
 * of its own here: the door that takes it counts.
 */
export function acceptBodies(server: Server): void {
  server.addContentTypeParser(
    ["application/yaml", "text/yaml", "text/plain"],
    { parseAs: "string" },
    (_request, body, done) => done(null, body),
  );
  server.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
}
