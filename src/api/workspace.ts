import type { Server } from "./server.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The workspace that this request is about. */
    workspace: string;
  }
}

/** Read before validation, which drops what a route's own schema does not name. */
export function readWorkspace(server: Server): void {
  server.decorateRequest("workspace", "main");
  server.addHook("onRequest", async (request) => {
    const { workspace } = request.query as { readonly workspace?: unknown };
    const named = workspace ?? request.headers["x-chorale-workspace"];
    if (typeof named === "string" && named !== "") request.workspace = named;
  });
}
