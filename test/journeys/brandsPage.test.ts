import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvePlan } from "#app/approvePlan";
import { listBriefs } from "#app/listBriefs";
import { saveBrief } from "#app/saveBrief";
import { savePlan } from "#app/savePlan";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";
import { foodBrief, smallPlan } from "../planFixture.ts";

const SOON = { timeout: 20_000 };

describe("the brands of a workspace at the browser", () => {
  let house: TestHouse;
  let site: OpenSite;
  beforeAll(async () => {
    house = await testHouse();
    house.setNow(new Date("2026-03-02T09:00:00Z"));
    site = await openSite({ main: house });
    for (const [name, changes] of [
      ["Spring", {}],
      ["Summer", { deals: { exclusivity: { months: 1, categories: ["food"] } } }],
    ] as const) {
      const { id, version } = await saveBrief(house, {
        ...{ id: null, document: foodBrief({ name, ...changes }), actor: "owner" },
      });
      const plan = await savePlan(house, {
        ...{ briefId: id, briefVersion: version, document: smallPlan(), seed: 1, actor: "owner" },
        ...{ instanceSha256: null, assumptionsSha256: "cd" },
      });
      await approvePlan(house, plan.id, "owner");
    }
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await house?.close();
  });

  it("are made, renamed, given their briefs, and filter both lists", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/briefs`);
    await page.getByRole("link", { name: "Manage brands" }).click();
    for (const name of ["=Amber", "Birch"]) {
      await page.getByLabel("New brand").fill(name);
      await page.getByRole("button", { name: "Add" }).click();
      await page.getByRole("heading", { name, exact: true }).waitFor();
    }
    await page.getByRole("button", { name: "Rename Birch" }).click();
    await page.getByLabel("Name of Birch").fill("=Amber");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText('another brand is called "=Amber"').waitFor();
    await page.getByLabel("Name of Birch").fill("Birch & Co");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Birch & Co" }).waitFor();

    // A frozen brief may be told, too.
    for (const [brief, brand] of [
      ["Spring", "=Amber"],
      ["Summer", "Birch & Co"],
    ] as const) {
      await page.goto(`${site.address}/main/briefs`);
      await page.getByRole("link", { name: brief }).click();
      await page.getByLabel("For the brand").selectOption({ label: brand });
      await expect
        .poll(async () => (await listBriefs(house)).find(({ name }) => name === brief)?.brandId, SOON)
        .not.toBeNull();
    }
    for (const list of ["briefs", "plans"]) {
      await page.goto(`${site.address}/main/${list}`);
      const rows = page.locator(".brief-list li, .plan-list li");
      await expect.poll(() => rows.count(), SOON).toBe(2);
      await page.getByLabel("Brand").selectOption({ label: "Birch & Co" });
      await expect.poll(() => rows.count(), SOON).toBe(1);
      expect(await rows.innerText()).toContain("Summer");
      // The filter stands in the address, and a reload keeps it.
      await page.reload();
      await expect.poll(() => rows.count(), SOON).toBe(1);
      await page.getByLabel("Brand").selectOption({ label: "no brand" });
      await page.getByText("Nothing for this brand yet.").waitFor();
    }
    // The refused name is the one fault.
    expect(faults.filter((fault) => !fault.includes("409"))).toEqual([]);
    await context.close();
  }, 120_000);

  it("begin a brief that is theirs from its first version on", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/brands`);
    const birch = page.locator(".brand-list > li").filter({ hasText: "Birch" });
    await birch.getByRole("link", { name: "Write a brief for it" }).click();
    await page.getByLabel("Name of the campaign").fill("Autumn");
    await page.getByLabel("Product", { exact: true }).fill("tea");
    await page.getByLabel("Budget, all in").fill("3000");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForURL(/briefs\/[0-9a-f-]{36}/);
    expect(await page.getByLabel("For the brand").locator("option:checked").innerText()).toBe("Birch & Co");
    await page.goto(`${site.address}/main/brands`);
    await birch.getByRole("link", { name: "Autumn" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it.each(LANGUAGES)(
    "show in %s whom two of them book, why they may not, and give it as harmless CSV",
    async (locale) => {
      const { page, context, faults } = await visit(site, {
        ...{ locale, width: locale === "zh-TW" ? 390 : 1366 },
        colorScheme: locale === "zh-CN" ? "dark" : "light",
      });
      await page.goto(`${site.address}/main/brands`);
      const shared = page.locator(".brand-shared > li");
      await expect.poll(() => shared.count(), SOON).toBe(2);
      const notice = await shared.first().locator(".notice").innerText();
      expect(notice).toContain("Birch & Co");
      expect(notice).toContain("=Amber");
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: say(locale, { key: "web.plan.csv", values: {} }) }).click(),
      ]);
      const rows = readFileSync(await file.path(), "utf8")
        .trimEnd()
        .split("\r\n");
      expect(rows).toHaveLength(5);
      expect(rows.some((row) => /(^|,)=/.test(row))).toBe(false);
      expect(rows.filter((row) => row.includes("'=Amber"))).toHaveLength(2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      expect(faults).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
