import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TypedFigures } from "#core/catalog/evidence";
import { latestFigure } from "#core/catalog/latestFigure";
import { loadCreators } from "#storage/creators";
import { listEvents } from "#storage/events";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { attachEvidence } from "./attachEvidence.ts";
import { keepEvidenceFile } from "./evidenceFiles.ts";
import { importFile } from "./importFiles.ts";
import { listEvidence } from "./listEvidence.ts";
import { removeEvidence } from "./removeEvidence.ts";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n");
const FIGURES: TypedFigures = {
  observedOn: "2026-02-20",
  followers: 15_200,
  viewsAvg: 6100.5,
  engagementsAvg: null,
  engagementByFollowersPercent: 3.25,
  audience: [
    { dimension: "gender", key: "female", percent: 70 },
    { dimension: "country", key: "FR", percent: 61.5 },
  ],
  prices: [{ deliverable: "reel", priceMajor: 250, currency: "EUR" }],
};

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
  const list = join(house.rejectsDir, "..", "instagram-2026-01.csv");
  writeFileSync(list, "handle,followers\nmoon.bakes,12000\n");
  await importFile(house, list, { say: (rule) => rule.key });
  rmSync(list);
});
afterEach(() => house.close());

async function creator() {
  const [found] = await loadCreators(house.db, house.workspaceId);
  return found!;
}

async function attach(figures = FIGURES, bytes: Buffer = PDF, isInsights = false) {
  const { id, accounts } = await creator();
  const kept = await keepEvidenceFile(house, Readable.from([bytes]));
  const file = { ...kept, name: "../kits/media kit.pdf" };
  return attachEvidence(house, { creatorId: id, accountId: accounts[0]!.id, file, isInsights, figures });
}

const followersListed = async () => {
  const [creator] = await loadCreators(house.db, house.workspaceId);
  return latestFigure(creator!.accounts[0]!, "followers")?.value ?? null;
};

describe("attaching a media kit", () => {
  it("brings its figures as claims, dated, with the file as their source", async () => {
    await attach();
    const [account] = (await creator()).accounts;
    const source = { method: "estimated", source: "media kit.pdf", observedOn: "2026-02-20", trust: "C" };
    expect(latestFigure(account!, "followers")).toEqual({ value: 15_200, source });
    expect(latestFigure(account!, "engagementByFollowersBp")?.value).toBe(325);
    expect(account!.audience.map(({ key, shareBp, qualifier }) => [key, shareBp, qualifier])).toEqual(
      expect.arrayContaining([
        ["female", 7000, "eq"],
        ["FR", 6150, "censored"],
      ]),
    );
    expect(account!.rates).toEqual([
      expect.objectContaining({ deliverable: "reel", priceMinor: 25_000, currency: "EUR", source }),
    ]);
  });

  it("counts a screenshot of the platform's own insights as measured", async () => {
    await attach(FIGURES, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]), true);
    const [account] = (await creator()).accounts;
    expect(latestFigure(account!, "viewsAvg")?.source).toMatchObject({ method: "measured", trust: null });
  });

  it("takes back its figures with it and nothing else, and puts both back", async () => {
    const { id } = await attach();
    expect(await followersListed()).toBe(15_200);
    await removeEvidence(house, id, "removed");
    const [account] = (await creator()).accounts;
    expect([latestFigure(account!, "followers")?.value, account!.audience, account!.rates]).toEqual([
      12_000,
      [],
      [],
    ]);
    expect(await followersListed()).toBe(12_000);
    await removeEvidence(house, id, "restored");
    expect(await followersListed()).toBe(15_200);
    expect((await listEvidence(house, (await creator()).id)).map(({ removedAt }) => removedAt)).toEqual([
      null,
    ]);
    const events = await listEvents(house.db, house.workspaceId, "evidence", id);
    expect(events.map(({ verb }) => verb)).toEqual(["attached", "removed", "restored"]);
  });

  it("refuses the same file a second time while it stands", async () => {
    const { id } = await attach();
    await expect(attach()).rejects.toMatchObject({ sentence: { key: "evidence.again" } });
    await removeEvidence(house, id, "removed");
    await expect(attach()).resolves.toMatchObject({ fileName: "media kit.pdf" });
    expect(readdirSync(join(house.filesDir, "evidence"))).toHaveLength(1);
  });

  it("names everything that is wrong at once and stores none of it", async () => {
    const wrong: TypedFigures = {
      ...FIGURES,
      observedOn: "2030-01-01",
      followers: -1,
      audience: [
        { dimension: "gender", key: "female", percent: 80 },
        { dimension: "gender", key: "male", percent: 40 },
      ],
      prices: [{ deliverable: "billboard", priceMajor: 0, currency: "XXQ" }],
    };
    await expect(attach(wrong)).rejects.toMatchObject({
      details: [
        { at: "observedOn" },
        { at: "followers" },
        { at: "audience" },
        { at: "prices.0" },
        { at: "prices.0" },
        { at: "prices.0" },
      ],
    });
    expect(await listEvidence(house, (await creator()).id)).toEqual([]);
    expect(await followersListed()).toBe(12_000);
  });
});

describe("keeping a file", () => {
  it.each([
    ["a page", Buffer.from("<html><script>alert(1)</script></html>")],
    ["a vector picture", Buffer.from("<svg onload='alert(1)'/>")],
    ["nothing", Buffer.alloc(0)],
  ])("refuses %s", async (_, bytes) => {
    await expect(keepEvidenceFile(house, Readable.from([bytes]))).rejects.toMatchObject({
      sentence: { key: "evidence.file.type" },
    });
  });

  it("refuses more than 25 MiB and leaves nothing behind", async () => {
    const large = Readable.from([PDF, Buffer.alloc(26 * 1024 ** 2)]);
    await expect(keepEvidenceFile(house, large)).rejects.toMatchObject({
      sentence: { key: "evidence.file.tooLarge" },
    });
  });
});
