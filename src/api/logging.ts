import type { Server } from "./server.ts";

/** One line a request: the route as it is registered, never the address as it came, which can hold a handle. */
export function logRequests(server: Server): void {
  server.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, "answered");
  });
}
