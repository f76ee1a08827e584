import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeServer, type Server } from "./server.ts";

function routesOfThePages(): string[] {
  const text = readFileSync(new URL("../web/routes.tsx", import.meta.url), "utf8");
  return [...text.matchAll(/(?:page\(|path: )"(\/\$[^"]+)"/g)].map((match) => match[1] ?? "");
}

describe("the pages", () => {
  const webDir = mkdtempSync(join(tmpdir(), "chorale-web-"));
  let server: Server;
  let address: string;
  beforeAll(async () => {
    mkdirSync(join(webDir, "assets"));
    writeFileSync(join(webDir, "index.html"), "<title>start</title>");
    writeFileSync(join(webDir, "assets", "app-1a2b.js"), "start()");
    const openHouse = () => Promise.reject(new Error("not needed"));
    server = await makeServer({ openHouse, webDir, logger: null });
    address = await server.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await server.close();
    rmSync(webDir, { recursive: true });
  });

  it.each([
    "/",
    "/main/sense",
    "/main/plans/0195-ab",
    "/spring-2026/creators?tier=micro",
    ...routesOfThePages().map((route) => route.replace(/\$\w+/g, "x1")),
  ])("start at %s", async (path) => {
    const answer = await fetch(address + path);
    expect([answer.status, await answer.text()]).toEqual([200, "<title>start</title>"]);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  });

  it("keep their assets for a year, since the name changes with the content", async () => {
    const answer = await fetch(`${address}/assets/app-1a2b.js`);
    expect(await answer.text()).toBe("start()");
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  it("answer HEAD as they answer GET", async () => {
    const answer = await fetch(`${address}/main/plans`, { method: "HEAD" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  });

  it.each([
    "/api",
    "/api/",
    "/api?x=1",
    "/api/creators",
    "/api/v1/nowhere",
    "/health",
    "/openapi.json",
    "/main/nowhere",
    "/main/sense/a/b",
    "/assets/gone.js",
    "/assets/..%2f..%2fetc%2fpasswd",
  ])("are not shown at %s", async (path) => {
    const answer = await fetch(address + path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: "not-found" } });
  });

  it("tell a browser that went astray so themselves, with status 404, but never below /api", async () => {
    const headers = { accept: "text/html,*/*" };
    const astray = await fetch(`${address}/health`, { headers });
    expect([astray.status, await astray.text()]).toEqual([404, "<title>start</title>"]);
    const api = await fetch(`${address}/api/health`, { headers });
    expect([api.status, (await api.json()).error.code]).toEqual([404, "not-found"]);
  });
});
