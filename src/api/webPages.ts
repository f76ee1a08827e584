import { existsSync } from "node:fs";
import { join } from "node:path";
import files from "@fastify/static";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Server } from "./server.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
// A workspace, a noun of the pages and perhaps one of its things; a test holds it to src/web/routes.tsx.
const PAGE =
  /^\/(?!api\/|assets\/)[a-z0-9-]+\/(start|history|sense|creators|lists|searches|compare|duplicates|finder|brands|briefs|plans|judge|assumptions|plan-runs|programmes|programme-runs|programme-plans)(\/[\w-]+)?\/?$/;

/** The built pages, and their start page for every address of theirs. */
export async function servePages(server: Server, webDir: string | null): Promise<void> {
  const startPage = webDir !== null && existsSync(join(webDir, "index.html"));
  if (startPage) {
    await server.register(files, {
      root: webDir,
      wildcard: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        // The build names its assets by their content.
        const forever = path.includes("/assets/");
        response.setHeader(
          "cache-control",
          forever ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache",
        );
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    const reads = request.method === "GET" || request.method === "HEAD";
    const page = reads && (path === "/" || PAGE.test(path));
    if (page && startPage) return reply.sendFile("index.html");
    // Who mistypes an address into a browser is told so by the pages, in their own words and language.
    const browser = reads && request.headers.accept?.includes("text/html") && isPlain(path);
    if (browser && startPage) return reply.status(404).sendFile("index.html");
    throw new ChoraleError("not-found", sentence(page ? "server.notBuilt" : "server.notFound"));
  });
}

function isPlain(path: string): boolean {
  return !/^\/(api|assets)(\/|$)/.test(path) && !/[.%]/.test(path);
}
