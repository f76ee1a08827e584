import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCreators } from "#storage/creators";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { comparePrices } from "./comparePrices.ts";
import { importFile } from "./importFiles.ts";
import { suggestDuplicates } from "./suggestDuplicates.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const importCsv = async (name: string, lines: readonly string[]) => {
  const path = join(house.rejectsDir, "..", name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  await importFile(house, path, { say: (rule) => rule.key });
};
const idOf = async (handle: string) => {
  const creators = await loadCreators(house.db, house.workspaceId);
  return creators.find(({ accounts }) => accounts[0]?.handle === handle)?.id ?? "";
};
const posts = async (handle: string) => {
  const [account] = await comparePrices(house, await idOf(handle));
  return account?.prices.find(({ deliverable }) => deliverable === "post")?.fair;
};

describe("the prices of a creator", () => {
  const peers = Array.from({ length: 8 }, (_, i) => `peer${i},20000,FR,${100 * (i + 1)} EUR`);
  const head = "handle,followers,country,post price";

  it("stand among peers of the same platform, deliverable, size band and market, and nobody else", async () => {
    const others = [
      "large,900000,FR,90000 EUR",
      "abroad,20000,JP,90000 EUR",
      "nowhere,20000,,90000 EUR",
      "silent,20000,FR,",
    ];
    await importCsv("instagram-peers.csv", [head, "moon.bakes,21000,FR,500 EUR", ...peers, ...others]);
    expect(await posts("moon.bakes")).toMatchObject({
      ...{ basis: "peers", peers: 8, leftOut: 0, place: 4.5 / 8 },
      low: { amountMinor: 27_500, currency: "EUR" },
      middle: { amountMinor: 45_000 },
      high: { amountMinor: 62_500 },
    });
  });

  it("stand beside an assumed range, called that, with its source, where peers are too few", async () => {
    await importCsv("instagram-peers.csv", [head, "moon.bakes,21000,FR,500 EUR", ...peers.slice(1)]);
    const found = await posts("moon.bakes");
    expect(found).toMatchObject({ basis: "assumed", peers: 7, trust: "C" });
    expect(found).toHaveProperty("source");
  });

  it("are unknown, and no zero, where the size is unknown", async () => {
    await importCsv("instagram-peers.csv", [head, "moon.bakes,,FR,500 EUR"]);
    expect(await posts("moon.bakes")).toEqual({ basis: "unknown", peers: 0 });
  });
});

describe("suggested duplicates", () => {
  it("are the same for one creator as in the whole workspace, that creator first", async () => {
    await importCsv("instagram-a.csv", [
      "handle,followers,bio",
      "moon.bakes,1000,Write to hello@moon.example",
    ]);
    await importCsv("tiktok-a.csv", [
      "handle,followers,bio",
      "moon.bakes,900,",
      "quiet_kiln,10,HELLO@moon.example",
      "someone.else,10,clay",
    ]);
    const all = await suggestDuplicates(house, null);
    expect(all.map(({ creators, evidence }) => [creators[1].accounts[0]?.handle, evidence[0]?.key])).toEqual([
      ["moon.bakes", "kept.evidence.handle"],
      ["quiet_kiln", "kept.evidence.address"],
    ]);
    const kiln = await idOf("quiet_kiln");
    const [own, ...rest] = await suggestDuplicates(house, kiln);
    expect(rest).toEqual([]);
    expect(own?.creators[0].id).toBe(kiln);
    expect(own?.evidence).toEqual(all[1]?.evidence);
  });
});
