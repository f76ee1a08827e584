import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { savePlan } from "#app/savePlan";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { foodBrief, smallPlan } from "../../test/planFixture.ts";
import { makeServer, type Server } from "./server.ts";

describe("the doors of briefs and plans", () => {
  let house: TestHouse;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    house = await testHouse();
    server = await makeServer({ openHouse: async () => house, webDir: null, logger: null });
    address = await server.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await server?.close();
    await house?.close();
  });

  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const change = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const sent = { origin: address, "content-type": "application/json", ...headers };
    const answer = await fetch(`${address}/api/v1/${path}`, { ...change, headers: sent });
    return { status: answer.status, body: await answer.json() };
  };

  it("keep a brief, list it and give it back as it was written", async () => {
    const saved = await ask("briefs", { document: foodBrief({ name: "Spring" }) });
    expect(saved).toMatchObject({ status: 200, body: { version: 1, frozenOn: null } });
    const opened = await ask(`briefs/${saved.body.id}`);
    expect(opened.body.document).toEqual(foodBrief({ name: "Spring" }));
    expect((await ask("briefs")).body.briefs).toEqual([
      { id: saved.body.id, name: "Spring", version: 1, brandId: null, frozenOn: null },
    ]);
  });

  it("say every problem of a brief in the reader's language", async () => {
    const refused = await ask("briefs", { document: { market: "CN" } }, { "accept-language": "zh-CN" });
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.length).toBeGreaterThan(2);
    expect(refused.body.error.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it("approve a plan once, with the day, and give a refusal its reasons", async () => {
    const planOf = async (document: unknown) => {
      const brief = (await ask("briefs", { document })).body;
      const made = {
        document: smallPlan(),
        instanceSha256: null,
        assumptionsSha256: "cd",
        seed: 1,
        actor: "owner",
      };
      return savePlan(house, { ...made, briefId: brief.id, briefVersion: brief.version });
    };
    const ready = await planOf(foodBrief());
    const approved = await ask(`plans/${ready.id}/approval`, {});
    expect(approved).toMatchObject({
      status: 200,
      body: { id: ready.id, briefVersion: 1, approvedOn: "2026-03-02" },
    });

    const open = await planOf(foodBrief({ budget: undefined }));
    const refused = await ask(`plans/${open.id}/approval`, {});
    expect(refused).toMatchObject({
      status: 422,
      body: { error: { code: "refused", details: [{ at: "budget" }] } },
    });
    expect((await ask("plans")).body.plans).toHaveLength(2);
  });

  it("describe themselves in the OpenAPI document", async () => {
    const { paths } = (await ask("openapi.json")).body;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(["/api/v1/briefs", "/api/v1/plans/{id}", "/api/v1/plans/{id}/approval"]),
    );
  });
});
