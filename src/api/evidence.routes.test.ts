import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "#app/importFiles";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { makeServer, type Server } from "./server.ts";

describe("the doors of evidence", () => {
  let house: TestHouse;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    house = await testHouse();
    server = await makeServer({ openHouse: async () => house, webDir: null, logger: null });
    address = await server.listen({ host: "127.0.0.1", port: 0 });
    const folder = mkdtempSync(join(tmpdir(), "chorale-evidence-"));
    writeFileSync(join(folder, "instagram.csv"), "handle,followers\nmoon.bakes,12000\n");
    await importFile(house, join(folder, "instagram.csv"), { say: (rule) => rule.key });
    rmSync(folder, { recursive: true });
  });
  afterAll(async () => {
    await server?.close();
    await house?.close();
  });

  const post = (path: string, body: Blob | object) =>
    fetch(`${address}/api/v1/${path}`, {
      method: "POST",
      body: body instanceof Blob ? body : JSON.stringify(body),
      headers: {
        origin: address,
        "content-type": body instanceof Blob ? "application/octet-stream" : "application/json",
      },
    });

  it("keep a kit, attach it, and give it back as a download that runs nothing", async () => {
    const bytes = "%PDF-1.7\nOpenAction << /S /JavaScript >>\n";
    const kept = await (await post("evidence-files", new Blob([bytes]))).json();
    const [creator] = (await (await fetch(`${address}/api/v1/creators`)).json()).results;
    const attached = await post(`creators/${creator.id}/evidence`, {
      accountId: creator.accountId,
      file: { ...kept, name: '媒体资料 "2026".pdf' },
      isInsights: false,
      figures: {
        observedOn: "2026-02-20",
        followers: 15_200,
        viewsAvg: null,
        engagementsAvg: null,
        engagementByFollowersPercent: null,
        audience: [],
        prices: [],
      },
    });
    expect(attached.status).toBe(200);
    const { id } = await attached.json();
    const file = await fetch(`${address}/api/v1/evidence/${id}/file`);
    expect(await file.text()).toBe(bytes);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("媒体资料 2026.pdf")}`,
    });
  });

  it("keep no page of somebody else's, whatever its name says", async () => {
    const answer = await post("evidence-files", new Blob(["<html><script>fetch('/')</script></html>"]));
    expect(answer.status).toBe(400);
  });

  it("know nothing of a file that was never attached", async () => {
    expect((await fetch(`${address}/api/v1/evidence/..%2f..%2fetc/file`)).status).toBe(404);
  });
});
