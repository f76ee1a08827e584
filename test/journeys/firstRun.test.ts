import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemo } from "#app/loadDemo";
import type { SentenceValue } from "#core/sentence";
import type { Language } from "#i18n/messages";
import { say } from "#i18n/say";
import { loadCreators } from "#storage/creators";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const PLAN_MS = 60_000;
const CLICKS_MOST = 10;
const MS_MOST = 180_000;
const HANDLES = ["@moon.bakes", "@quiet_kiln", "@tinyfork", "@plum.and.rye", "@saltmorning"];
const FOLLOWERS = ["12000", "8.5k", "23,400", "1.9万", "6100"];

/** The page's clicks as a hand makes them; opening a list and choosing from it are two. */
async function counted(
  page: Page,
): Promise<{ readonly clicks: () => number; choose: (name: string, value: string) => Promise<void> }> {
  let clicks = 0;
  await page.exposeFunction("countClick", () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    addEventListener(
      "click",
      // A key that presses a button also says "click", with no place: that one is no click of a hand.
      (event) =>
        event.isTrusted && event.detail > 0 && (window as unknown as { countClick(): void }).countClick(),
      true,
    );
  });
  return {
    clicks: () => clicks,
    async choose(name, value) {
      clicks += 2;
      await page.getByLabel(name).selectOption(value);
    },
  };
}

describe("the first run", () => {
  let site: OpenSite;
  let demo: TestHouse;
  const houses: Record<string, TestHouse> = {};
  beforeAll(async () => {
    demo = await testHouse({ kind: "demo" });
    await loadDemo(demo, (rule) => say("en", rule));
    for (const name of ["main", "hant"]) houses[name] = await testHouse();
    site = await openSite({ ...houses, demo });
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    for (const house of [...Object.values(houses), demo]) await house?.close();
  });

  const wordsIn =
    (language: Language) =>
    (key: string, values: Record<string, SentenceValue> = {}) =>
      say(language, { key, values });

  it.each([
    { language: "en", workspace: "main", width: 1280 },
    { language: "zh-TW", workspace: "hant", width: 390 },
  ] as const)(
    "gets from five pasted handles to a plan in ten clicks ($language, $width px)",
    async ({ language, workspace, width }) => {
      const { page, context, faults } = await visit(site, { locale: language, width });
      const word = wordsIn(language);
      const { clicks, choose } = await counted(page);
      const begun = performance.now();
      // An empty main workspace opens here by itself.
      await page.goto(workspace === "main" ? site.address : `${site.address}/${workspace}/start`);
      await page.getByRole("button", { name: word("start.names.do") }).click();
      await page.getByRole("textbox", { name: word("web.paste.title") }).click();
      await page.keyboard.insertText(HANDLES.join("\n"));
      await choose(word("web.paste.blockPlatform"), "instagram");
      await page.getByRole("button", { name: word("web.paste.read"), exact: true }).click();
      await page.getByLabel(word("web.paste.followersOf", { who: "moon.bakes" })).click();
      for (const followers of FOLLOWERS) {
        await page.keyboard.type(followers);
        await page.keyboard.press("Enter");
      }
      await page.getByRole("button", { name: word("web.paste.save", { count: 5 }) }).click();
      await page.getByRole("link", { name: word("start.toBrief") }).click();
      await page.getByRole("button", { name: word("web.template.wine") }).click();
      await page.getByRole("button", { name: word("web.brief.plan") }).click();
      await page.waitForURL(/\/plans\//, { timeout: PLAN_MS });
      await page.locator("h1").first().waitFor();
      expect(clicks()).toBeLessThanOrEqual(CLICKS_MOST);
      expect(performance.now() - begun).toBeLessThan(MS_MOST);
      expect(await loadCreators(houses[workspace]!.db, houses[workspace]!.workspaceId)).toHaveLength(5);

      // Undo stands beside what was done, and in the history.
      const toast = page.locator(".undo-toast");
      await toast.getByText(/.+/).first().waitFor();
      await toast.getByRole("button", { name: word("history.undo"), exact: true }).click();
      await toast.getByRole("button", { name: word("history.redo"), exact: true }).waitFor();
      await page.goto(`${site.address}/${workspace}/history`);
      const paste = page.locator(".history li").filter({ hasText: /paste \d/ });
      await page
        .locator(".history li button")
        .filter({ hasText: word("history.undo") })
        .first()
        .click();
      await expect.poll(() => page.locator(".history .is-undone").count()).toBe(2);
      await paste.getByRole("button").click();
      await expect.poll(() => page.locator(".history .is-undone").count()).toBe(3);
      expect(await loadCreators(houses[workspace]!.db, houses[workspace]!.workspaceId)).toEqual([]);
      // The page of the plan that was undone asks for it once more and hears that it is gone.
      expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
      await context.close();
    },
    MS_MOST,
  );

  it(
    "gets to a plan of the demo market in ten clicks, in Chinese, after a tour by keys",
    async () => {
      const { page, context, faults } = await visit(site, { locale: "zh-CN" });
      const word = wordsIn("zh-CN");
      const { clicks } = await counted(page);
      const begun = performance.now();
      await page.goto(`${site.address}/main/start`);
      await page.getByRole("button", { name: word("start.offerYes") }).click();
      const tour = page.getByRole("dialog");
      for (const step of ["sense", "creators", "briefs", "plans", "assumptions", "history"]) {
        await tour.getByText(word(`start.tour.${step}.says`)).waitFor();
        await page.keyboard.press("ArrowRight");
      }
      await page.keyboard.press("ArrowLeft");
      await tour.getByText(word("start.tour.assumptions.says")).waitFor();
      await page.keyboard.press("Escape");
      await tour.waitFor({ state: "detached" });
      await page.reload();
      await page.getByRole("button", { name: word("start.demo.do") }).waitFor();
      expect(await page.getByRole("button", { name: word("start.offerYes") }).count()).toBe(0);
      await page.getByRole("button", { name: word("start.demo.do") }).click();
      await page.locator(".brief-list a").first().click();
      await page.getByRole("button", { name: word("web.brief.plan") }).click();
      await page.waitForURL(/\/plans\//, { timeout: PLAN_MS });
      await page.locator("h1").first().waitFor();
      expect(clicks()).toBeLessThanOrEqual(CLICKS_MOST);
      expect(performance.now() - begun).toBeLessThan(MS_MOST);
      expect(faults).toEqual([]);
      await context.close();
    },
    MS_MOST,
  );
});
