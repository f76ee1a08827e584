import type { Server } from "./server.ts";

const HEADERS: Readonly<Record<string, string>> = {
  // Nothing from elsewhere. Styles may stand in the page: the components set widths and colours that way.
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

export function setHeaders(server: Server): void {
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
}
