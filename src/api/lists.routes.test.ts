import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "#app/importFiles";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { foodBrief } from "../../test/planFixture.ts";
import { makeServer, type Server } from "./server.ts";

describe("the doors of chosen creators", () => {
  let house: TestHouse;
  let server: Server;
  let address: string;
  let creatorIds: readonly string[];
  beforeAll(async () => {
    house = await testHouse();
    server = await makeServer({ openHouse: async () => house, webDir: null, logger: null });
    address = await server.listen({ host: "127.0.0.1", port: 0 });
    const path = join(house.rejectsDir, "..", "xiaohongshu.csv");
    writeFileSync(path, "handle,followers,bio\nmoon.bakes,12000,红酒日记\nquiet_kiln,900,wine\n");
    await importFile(house, path, { say: (rule) => rule.key });
    creatorIds = (await send("GET", "creators")).body.results.map(({ id }: { id: string }) => id);
  });
  afterAll(async () => {
    await server?.close();
    await house?.close();
  });

  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${address}/api/v1/${path}`, {
      ...{ method, headers: { origin: address, "content-type": "application/json" } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };

  it("tag them together: one line of the history", async () => {
    const tagged = await send("PUT", "tags", { tag: "spring", creatorIds });
    expect(tagged).toEqual({ status: 200, body: { tagged: 2 } });
    const { events } = (await send("GET", "events")).body;
    expect(events[0].says).toEqual({ key: "history.tag.given", values: { tag: "spring", count: 2 } });
    expect((await send("PUT", "tags", { tag: " ", creatorIds })).status).toBe(400);
  });

  it("say where the figures of their accounts come from, of so many at once and no more", async () => {
    const [{ accountId }] = (await send("GET", "creators?query=moon.bakes")).body.results;
    const { origins } = (await send("GET", `creators/figure-origins?accounts=${accountId}`)).body;
    expect(origins[accountId].followers).toMatchObject({ method: "measured", source: "xiaohongshu.csv" });
    const tooMany = Array(201).fill(accountId).join(",");
    expect((await send("GET", `creators/figure-origins?accounts=${tooMany}`)).status).toBe(400);
  });

  it("are explained in the characters of who asks", async () => {
    const others = async (lang: string) =>
      (await send("GET", `creators?query=wine&lang=${lang}`)).body.words[0].others;
    expect(await others("zh-CN")).toContain("酒类");
    expect(await others("zh-TW")).toContain("酒類");
    expect(await others("zh-TW")).not.toContain("酒类");
    expect((await send("GET", "creators?query=紅酒&lang=zh-TW")).body.words[0].said).toBe("紅酒");
  });

  it("plan a brief with a list, and refuse one that is empty or not there, by name", async () => {
    const brief = (await send("POST", "briefs", { document: foodBrief() })).body;
    const plan = (list: string) => send("POST", "plans", { briefId: brief.id, seconds: 1, list });
    expect(await plan("Shortlist")).toMatchObject({ status: 404, body: { error: { at: "list" } } });
    const { id } = (await send("PUT", "lists", { name: "Shortlist" })).body;
    const empty = await plan("shortlist");
    expect(empty).toMatchObject({ status: 400, body: { error: { at: "list" } } });
    expect(empty.body.error.message).toContain("“Shortlist” is empty: put creators into it");
    await send("PUT", `lists/${id}/members`, { creatorIds });
    const started = await plan("shortlist");
    expect(started).toMatchObject({ status: 200, body: { runId: expect.any(String) } });
    // Whoever watches it is led back to the list when nothing comes of it.
    expect((await send("GET", `plan-runs/${started.body.runId}`)).body.listId).toBe(id);
  });
});
