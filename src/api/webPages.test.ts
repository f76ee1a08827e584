import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeServer, type Server } from "./server.ts";

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

  it.each(["/", "/plans/0195", "/creators?tier=micro"])("start at %s", async (path) => {
    const answer = await fetch(address + path);
    expect([answer.status, await answer.text()]).toEqual([200, "<title>start</title>"]);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  });

  it("keep their assets for a year, since the name changes with the content", async () => {
    const answer = await fetch(`${address}/assets/app-1a2b.js`);
    expect(await answer.text()).toBe("start()");
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  it.each(["/api/v1/nowhere", "/assets/gone.js", "/assets/..%2f..%2fetc%2fpasswd"])(
    "are not shown at %s",
    async (path) => {
      const answer = await fetch(address + path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: "not-found" } });
    },
  );
});
