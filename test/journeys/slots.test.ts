import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "#i18n/messages";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const PLAN_MS = 60_000;
const BRIEF = `name: Noodles
market: CN
currency: CNY
topics: [food]
platforms: [xiaohongshu]
audience: { cities: [chengdu] }
objective: { metric: reach, target: 20000, by: 2026-07-30 }
budget: 12000
`;
const LIST = [
  "platform,name,followers,city",
  "xiaohongshu,Lin Tester,7100,chengdu",
  // Of whom nobody knows how many follow: nobody to plan with, but to be found.
  ...Array.from({ length: 230 }, (_, i) => `xiaohongshu,Ada Filler ${i},,shanghai`),
].join("\n");
// A folder named here gets pictures of the plan's page, to be looked at.
const PICTURES = process.env["CHORALE_PICTURES"];

describe("a marketer without a list", () => {
  let site: OpenSite;
  let main: TestHouse;
  beforeAll(async () => {
    main = await testHouse();
    site = await openSite({ main });
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await main?.close();
  });

  it("plans the shape, approves it, names one creator and is told what changed", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/creators`);
    await page.getByRole("link", { name: "No creators yet? Plan the shape first" }).click();
    await page.goto(`${site.address}/main/briefs/new`);
    await page.getByLabel("The same as a document").fill(BRIEF);
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByText(/^Shape, not names, and rough: Spend/).waitFor({ timeout: PLAN_MS });
    await page.getByRole("heading", { name: "The shape: how many of which kind?" }).waitFor();
    await page
      .getByText(/\d × Xiaohongshu .*5,000–10,000 followers, Chengdu/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Approve and freeze" }).click();
    await page.getByText(/What is approved is the shape/).waitFor();
    await page.getByText(/The brief \(version 1\) is frozen with it/).waitFor();
    const planned = page.url();

    await page.goto(`${site.address}/main/creators`);
    const buffer = Buffer.from(LIST);
    await page.setInputFiles("input[type=file]", { name: "list.csv", mimeType: "text/csv", buffer });
    const card = page.getByRole("region", { name: "list.csv" });
    await card.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("231 accounts", { exact: false }).first().waitFor();

    await page.goto(planned);
    const kind = page.locator("li.line").filter({ hasText: "5,000–10,000 followers, Chengdu" }).first();
    await kind.getByRole("button", { name: "Fill a place" }).click();
    await kind.getByRole("radio").first().waitFor();
    await kind.getByLabel("Other sizes too").check();
    await kind.getByRole("button", { name: "More: 200 of 231 are shown" }).click();
    await kind.getByRole("radio").nth(230).waitFor();
    await kind.getByLabel("Name or handle").fill("lin tes");
    await kind.getByLabel(/^Lin Tester .*7,100/).check();
    await kind.getByRole("button", { name: "Plan with this creator" }).click();
    const since = page.getByRole("region", { name: "What has changed since the plan before?" });
    await since.waitFor({ timeout: PLAN_MS });
    expect(await since.innerText()).toContain("+ Lin Tester");
    await page.getByText(/^Partly shape, not names/).waitFor();
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      for (const locale of LANGUAGES)
        for (const [width, colorScheme] of [
          [1280, "light"],
          [390, "dark"],
        ] as const) {
          const reader = await visit(site, { locale, colorScheme, width });
          await reader.page.goto(page.url());
          await reader.page.locator(".fill-open").first().click();
          await reader.page.locator(".fill-slot input[type=radio]").first().waitFor();
          await reader.page.screenshot({ path: `${PICTURES}/${locale}-${width}.png`, fullPage: true });
          await reader.context.close();
        }
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);
});
