import { type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { ROUTES } from "./routes.ts";
import { makeServer, type RegisterRoutes, type Server } from "./server.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const registerNotes: RegisterRoutes = (server, house) => {
  const schema = {
    body: z.object({ title: z.string().min(3) }),
    response: { 200: z.object({ workspace: z.string() }) },
  };
  server.post("/api/v1/notes", { schema }, async (request) => ({
    workspace: (await house(request)).workspace.name,
  }));
  server.get("/api/v1/notes/broken", () => Promise.reject(new Error("secret@example.org")));
  server.get("/api/v1/notes/refused", () =>
    Promise.reject(new ChoraleError("refused", sentence("storage.noWorkspace", { name: "x" }))),
  );
};

describe("the server", () => {
  let house: TestHouse;
  let server: Server;
  let port: number;
  const logged: string[] = [];
  beforeAll(async () => {
    house = await testHouse();
    const { default: pino } = await import("pino");
    server = await makeServer({
      openHouse: async (name) => {
        if (name === house.workspace.name) return house;
        throw new ChoraleError("not-found", sentence("storage.noWorkspace", { name }), "workspace");
      },
      webDir: null,
      logger: pino({}, { write: (line: string) => void logged.push(line) }),
      routes: [...ROUTES, registerNotes],
    });
    await server.listen({ host: "127.0.0.1", port: 0 });
    port = (server.server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await server?.close();
    await house?.close();
  });

  function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
    return new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
  const json = { "content-type": "application/json" };
  const own = () => ({ ...json, origin: `http://127.0.0.1:${port}` });

  it.each(["127.0.0.1", "localhost"])("answers when it is called %s with its port", async (name) => {
    expect((await ask("GET", "/api/v1/status", { host: `${name}:${port}` })).status).toBe(200);
  });

  it.each(["evil.example:80", "127.0.0.1", "localhost:1", "evil.example", "127.0.0.1.evil.example"])(
    "refuses a request whose Host is %s",
    async (host) => {
      const answer = await ask("GET", "/api/v1/workspaces", { host });
      expect(answer.status).toBe(421);
      expect(JSON.parse(answer.body).error).toMatchObject({ code: "refused", at: "Host" });
    },
  );

  it.each([
    ["no Origin", {}],
    ["the Origin of another site", { origin: "https://evil.example" }],
    ["the Origin of another port", { origin: "http://127.0.0.1:1" }],
    ["an opaque Origin", { origin: "null" }],
  ])("refuses a change with %s", async (_what, headers) => {
    const answer = await ask("POST", "/api/v1/notes", { ...json, ...headers }, '{"title":"wine"}');
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body).error).toMatchObject({ code: "refused", at: "Origin" });
  });

  it("reads an address with a search of 10,000 Chinese characters, and says of a longer one what is wrong", async () => {
    const search = (characters: number) =>
      ask(
        "GET",
        `/api/v1/creators?workspace=${house.workspace.name}&query=${encodeURIComponent("酒".repeat(characters))}`,
      );
    expect((await search(10_000)).status).toBe(200);
    const longer = await search(40_000);
    expect(longer.status).toBe(431);
    expect(JSON.parse(longer.body)).toEqual({
      error: { code: "bad-input", message: expect.stringContaining("256 kB"), at: null, details: [] },
    });
  });

  it("refuses a change that the browser itself calls cross-site", async () => {
    const answer = await ask("POST", "/api/v1/notes", { ...own(), "sec-fetch-site": "cross-site" }, "{}");
    expect(answer.status).toBe(403);
  });

  it("takes a change from its own pages", async () => {
    const answer = await ask("POST", "/api/v1/notes", own(), '{"title":"wine"}');
    expect([answer.status, answer.body]).toEqual([200, '{"workspace":"main"}']);
  });

  it("answers for the workspace that is named, and knows no other", async () => {
    expect((await ask("GET", "/api/v1/workspaces?workspace=main")).status).toBe(200);
    const answer = await ask("GET", "/api/v1/workspaces", { "x-chorale-workspace": "demo" });
    expect([answer.status, JSON.parse(answer.body).error.message]).toEqual([
      404,
      'there is no workspace "demo"',
    ]);
  });

  it("says what is wrong with a form, where and which rule", async () => {
    const answer = await ask("POST", "/api/v1/notes", own(), '{"title":"a"}');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body).error).toMatchObject({
      code: "bad-input",
      at: "title",
      details: [{ at: "title", rule: "at least 3" }],
    });
  });

  it("says so when a body is too large or no JSON", async () => {
    expect((await ask("POST", "/api/v1/notes", own(), "x".repeat(2_000_000))).status).toBe(413);
    expect((await ask("POST", "/api/v1/notes", own(), "{")).status).toBe(400);
  });

  it("answers in the language of the request", async () => {
    const inLanguage = async (path: string, headers = {}) =>
      JSON.parse((await ask("GET", path, headers)).body).error.message;
    const path = "/api/v1/notes/refused";
    expect(await inLanguage(path, { "accept-language": "zh-HK,zh;q=0.8" })).toBe("沒有名為「x」的工作區");
    expect(await inLanguage(`${path}?lang=zh-CN`, { "accept-language": "en" })).toBe("没有名为“x”的工作区");
    expect(await inLanguage(path, { "accept-language": "de" })).toBe('there is no workspace "x"');
  });

  it("tells neither the reader nor the log what an unexpected error was about", async () => {
    const answer = await ask("GET", "/api/v1/notes/broken?handle=somebody");
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain("secret@example.org");
    expect(logged.join("")).toContain("internal error");
    expect(logged.join("")).not.toMatch(/secret@example.org|somebody/);
  });

  it("forbids what it does not need, in every answer", async () => {
    const { headers } = await ask("GET", "/nowhere");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
  });

  it("describes its doors as OpenAPI 3.1", async () => {
    const document = JSON.parse((await ask("GET", "/api/v1/openapi.json")).body);
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toContain("/api/v1/notes");
  });
});
