import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "#app/importFiles";
import { saveBrand } from "#app/saveBrand";
import { loadCreators } from "#storage/creators";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const PICTURES = process.env["CHORALE_PICTURES"];

const LIST = "博主,粉丝,类型,城市,合作品牌,图文报价(CNY)\n青木窑,9000,咖啡,成都,南山盐（2025-11-11）,800\n";
const POSTS = `博主,笔记ID,发布时间,标题,正文,合作品牌,是否商单,阅读,点赞,评论,收藏
青木窑,n1,2026-02-20,手冲咖啡入门,从磨豆到注水，一次说清 #手冲[话题]# #咖啡[话题]#,山茶记,是,1000,80,10,30
青木窑,n2,2026-02-15,咖啡馆一日,城西新开的小店，只有六个座位,,否,1200,90,20,20
青木窑,n3,2026-02-10,山茶記的新茶真好喝,连喝三天,,否,900,40,5,5
青木窑,n4,2026-02-05,周末,河边野餐,,否,700,30,5,5
青木窑,n5,2025-12-20,咖啡豆怎么选,产地、烘焙、日期,,否,2000,150,30,50
`;
const SHOP = "Email,Xiaohongshu,Consent date\n,青木窑,2026-01-05\nnobody@example.test,,\n";

describe("what creators are searched by, at the browser", () => {
  let site: OpenSite;
  let house: TestHouse;
  let folder: string;
  let address: string;
  beforeAll(async () => {
    house = await testHouse();
    folder = mkdtempSync(join(tmpdir(), "chorale-facts-"));
    const say = (rule: { readonly key: string }) => rule.key;
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    await importFile(house, file("xiaohongshu-list.csv", LIST), { say });
    await importFile(house, file("xiaohongshu-posts.csv", POSTS), { say });
    await saveBrand(house, { id: null, name: "山茶记", actor: "owner" });
    file("xiaohongshu-shop.csv", SHOP);
    site = await openSite({ main: house });
    const [creator] = await loadCreators(house.db, house.workspaceId);
    address = `${site.address}/main/creators/${creator?.id}`;
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await house?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it("shows brands, level, depth and mentions with their evidence, and takes a brand by hand", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(address);
    await page.getByRole("heading", { name: "Brands, level and topics" }).waitFor();
    const facts = page.locator(".creator-facts");
    const text = await facts.innerText();
    expect(text).toContain("Semi-professional");
    expect(text).toContain("20 % of recent posts are paid (1 of 5)");
    expect(text).toContain("60% (3 of 5)");
    expect(text).toContain("writes “山茶记”");
    expect(await page.locator(".post-caption").first().textContent()).toContain("手冲咖啡入门");
    await page.getByRole("button", { name: "Add a brand" }).click();
    await page.getByRole("textbox", { name: "Brand" }).fill("Moon & Rye");
    await page.getByLabel("Day, if known").fill("2026-01-31");
    await page.getByLabel("Paid?").selectOption("paid");
    await page.getByLabel("Who says so").fill("her media kit");
    await page.getByRole("button", { name: "Save the brand" }).click();
    await facts.getByText("Moon & Rye").waitFor();
    expect(await facts.getByRole("listitem").filter({ hasText: "Moon & Rye" }).innerText()).toContain("paid");
    await page.getByLabel("A topic or word").fill("野餐");
    await page.getByRole("button", { name: "Measure", exact: true }).click();
    await facts.getByText("20% (1 of 5)").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("takes a shop's customers at the page and names the creator among them, nobody else", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/creators`);
    await page.locator("input[type=file]").first().setInputFiles(join(folder, "xiaohongshu-shop.csv"));
    await page.getByLabel("Each row is").selectOption("customers");
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("Creators among them").waitFor();
    const report = page.locator(".import-card");
    expect(await report.innerText()).toContain("the customer did not agree; nothing of the row is kept");
    expect(await report.innerText()).not.toContain("nobody@example.test");
    await page.goto(address);
    await page.getByText("Is a customer").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("reads in three languages, light and dark, and fits a phone", async () => {
    const titles = {
      en: "Brands, level and topics",
      "zh-CN": "合作品牌、职业程度与话题",
      "zh-TW": "合作品牌、職業程度與主題",
    };
    for (const [locale, title] of Object.entries(titles))
      for (const [width, colorScheme] of [
        [1366, "light"],
        [390, "dark"],
      ] as const) {
        const { page, context, faults } = await visit(site, { locale, width, colorScheme });
        await page.goto(address);
        await page.getByRole("heading", { name: title }).waitFor();
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
        if (PICTURES)
          await page.screenshot({ path: `${PICTURES}/facts-${locale}-${width}.png`, fullPage: true });
        expect(faults).toEqual([]);
        await context.close();
      }
  }, 60_000);
});
