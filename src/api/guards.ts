import type { FastifyRequest } from "fastify";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { errorDocument } from "./errors.ts";
import type { Server } from "./server.ts";

const READS: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Until accounts exist, who sits at this machine is who may use Chorale: a page from elsewhere may not, neither by a
 * name that it points at this address (DNS rebinding: the Host gives it away) nor by sending a form here (the Origin
 * does). Browsers set both headers and no page can forge them.
 */
export function guardOrigins(server: Server): void {
  server.addHook("onRequest", async (request, reply) => {
    const host = foreignHost(request);
    if (host) return reply.status(421).send(errorDocument(host, request.language));
    const origin = READS.includes(request.method) ? null : foreignOrigin(request);
    if (origin) return reply.status(403).send(errorDocument(origin, request.language));
  });
}

function foreignHost(request: FastifyRequest): ChoraleError | null {
  const { host } = request.headers;
  const port = request.socket.localPort;
  // A browser leaves the default port out.
  const own = [`127.0.0.1:${port}`, `localhost:${port}`, ...(port === 80 ? ["127.0.0.1", "localhost"] : [])];
  if (host !== undefined && own.includes(host)) return null;
  const at = "Host";
  const rule = sentence("server.hostRule", { allowed: own.slice(0, 2).join(", ") });
  return new ChoraleError("refused", sentence("server.host"), at, [{ at, rule, value: host ?? null }]);
}

function foreignOrigin(request: FastifyRequest): ChoraleError | null {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (origin === `http://${host}` && (site === undefined || site === "same-origin")) return null;
  const at = "Origin";
  const rule = sentence("server.originRule", { allowed: `http://${host}` });
  return new ChoraleError("refused", sentence("server.origin"), at, [{ at, rule, value: origin ?? null }]);
}
