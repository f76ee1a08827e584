import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Rate } from "#core/catalog/creator";
import { NO_TERMS } from "#core/catalog/deal";
import { loadCreators } from "#storage/creators";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { readCatalogFiles } from "./readCatalogFiles.ts";

const folder = mkdtempSync(join(tmpdir(), "chorale-deals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ratesIn(header: string, row: string, platform = "xiaohongshu"): Promise<readonly Rate[]> {
  const path = join(folder, `${header.length}-${row.length}.csv`);
  writeFileSync(path, `${header}\n${row}\n`);
  const { creators, report } = await readCatalogFiles([path], { platform, today: "2026-11-21" });
  expect(report[0]).toMatchObject({ rejected: 0, accepted: 1 });
  return creators[0]?.accounts[0]?.rates ?? [];
}
async function rateIn(header: string, row: string, platform?: string): Promise<Rate> {
  const [rate] = await ratesIn(header, row, platform);
  expect(rate).toBeDefined();
  return rate!;
}

describe("the columns of a deal", () => {
  it("tell a slot fee with its commission, in Chinese and in English", async () => {
    const chinese = await rateIn("账号,粉丝数,坑位费(元),佣金比例", "shop-a,12000,800,20%", "douyin");
    expect(chinese).toMatchObject({
      deliverable: "live",
      deal: "slot",
      priceMinor: 80_000,
      commissionBp: 2000,
    });
    const only = await rateIn(
      "handle,followers,price,currency,commission",
      "shop-b,12000,0,EUR,15%",
      "instagram",
    );
    expect(only).toMatchObject({ deal: "commission", priceMinor: 0, commissionBp: 1500 });
  });

  it("tell guaranteed views, pieces of a package, and a cap on pay by view", async () => {
    const promised = await rateIn("账号,粉丝数,图文报价(元),保量", "a,9000,800,2万");
    expect(promised).toMatchObject({ deal: "guaranteed", terms: { guaranteedViews: 20_000 } });
    const packed = await rateIn(
      "handle,followers,post price (EUR),posts in package",
      "b,9000,900,4",
      "instagram",
    );
    expect(packed).toMatchObject({ deal: "package", terms: { pieces: 4 } });
    const viewed = await rateIn(
      "handle,followers,price,currency,deal,price cap",
      "c,9000,12,EUR,CPM,400",
      "instagram",
    );
    expect(viewed).toMatchObject({ deal: "view", priceMinor: 1200, terms: { capMinor: 40_000 } });
  });

  it.each([
    ["500", { feeMinor: 50_000, feeShareBp: null, months: null }],
    ["30%", { feeMinor: null, feeShareBp: 3000, months: null }],
    ["3个月 500元", { feeMinor: 50_000, feeShareBp: null, months: 3 }],
    ["含1年", { feeMinor: null, feeShareBp: null, months: 12 }],
  ])("read usage rights written %s", async (text, quoted) => {
    const rate = await rateIn("账号,粉丝数,图文报价(元),授权", `a,9000,800,${text}`);
    expect(rate.terms?.usageRights).toMatchObject(quoted);
  });

  it.each(["不含", "另议", ""])("quote no usage rights where the cell says %j", async (text) => {
    const rate = await rateIn("账号,粉丝数,图文报价(元),授权", `a,9000,800,${text}`);
    expect(rate.terms?.usageRights ?? null).toBeNull();
  });

  it("read exclusivity, rebate, tax and a sample that goes back", async () => {
    const rate = await rateIn(
      "账号,粉丝数,图文报价(元),竞品排他,返点,是否含税,样品寄回",
      "a,9000,800,30%/1个月,15%,否,是",
    );
    expect(rate.terms).toMatchObject({
      exclusivity: { feeShareBp: 3000, months: 1 },
      ...{ rebateBp: 1500, taxIncluded: false, sampleReturned: true },
    });
  });

  it("tell what is filed: by a column, by the header of the price, and the route", async () => {
    const filed = async (header: string, row: string) => (await rateIn(header, row)).terms?.filed;
    expect(await filed("账号,粉丝数,图文报价(元),是否报备", "a,9000,800,非报备")).toBe(false);
    expect(await filed("账号,粉丝数,图文报价(元),是否报备", "a,9000,800,是")).toBe(true);
    expect(await filed("账号,粉丝数,图文报备报价(元)", "a,9000,800")).toBe(true);
    const routed = await rateIn("账号,粉丝数,图文报价(元),下单渠道", "a,9000,800,蒲公英");
    expect(routed.terms?.route).toBe("platform-order");
    const signed = await rateIn("账号,粉丝数,图文报价(元),MCN机构", "a,9000,800,晨光传媒");
    expect(signed.terms?.route).toBe("mcn");
  });

  it("leave a plain quote without terms", async () => {
    expect((await rateIn("handle,followers,post price (EUR)", "a,9000,300", "instagram")).terms).toBeNull();
  });
});

describe("a deal in the database", () => {
  it("comes back as it was imported, and is unchanged when it comes again", async () => {
    const sheet = "账号,粉丝数,图文报价(元),保量,授权,是否报备\nmoon.bakes,9000,800,2万,30%/3个月,非报备\n";
    const path = write("xiaohongshu-2026-01.csv", sheet);
    await importFile(house, path, say);
    const [first] = await loadCreators(house.db, house.workspaceId);
    const rate = first?.accounts[0]?.rates[0];
    expect(rate).toMatchObject({
      deal: "guaranteed",
      terms: {
        ...NO_TERMS,
        ...{ guaranteedViews: 20_000, filed: false },
        usageRights: { channels: [], months: 3, territory: null, feeMinor: null, feeShareBp: 3000 },
      },
    });
    expect(await importFile(house, path, say)).toMatchObject({ accepted: 1, unchanged: 1, rejected: 0 });
  });
});
