import { existsSync } from "node:fs";
import { join } from "node:path";
import files from "@fastify/static";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Server } from "./server.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The built pages, and their start page for every other address: the pages know their own addresses. */
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
    const page = request.method === "GET" && !/^\/(api|assets)\//.test(request.url);
    if (page && startPage) return reply.sendFile("index.html");
    throw new ChoraleError("not-found", sentence(page ? "server.notBuilt" : "server.notFound"));
  });
}
