import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemo } from "#app/loadDemo";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const WORDS = {
  en: { about: "What is it about?", filters: "Filters", found: /^\d+ accounts?$/ },
  "zh-CN": { about: "产品或内容关键词", filters: "筛选", found: /^\d+ 个账号$/ },
  "zh-TW": { about: "產品或內容關鍵字", filters: "篩選", found: /^\d+ 個帳號$/ },
} as const;

describe("the page to find creators", () => {
  let site: OpenSite;
  let demo: TestHouse;
  beforeAll(async () => {
    demo = await testHouse({ kind: "demo" });
    await loadDemo(demo, (rule) => say("en", rule));
    site = await openSite({ main: demo, demo });
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await demo?.close();
  });

  it("finds in the other language what was typed in one, says how, and keeps the search in the address", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators`);
    await page.getByText("300 accounts", { exact: true }).waitFor();
    const box = page.getByLabel("What is it about?");
    await box.pressSequentially("wine", { delay: 40 });
    await page.getByText(/^wine: also .*葡萄酒/).waitFor();
    const total = await page.locator(".find-status strong").innerText();
    expect(Number.parseInt(total, 10)).toBeGreaterThan(0);
    expect(Number.parseInt(total, 10)).toBeLessThan(100);
    expect(await page.locator(".found-name a").allInnerTexts()).toContainEqual(
      expect.stringMatching(/\p{Script=Han}/u),
    );
    expect(new URL(page.url()).searchParams.get("query")).toBe("wine");

    await box.fill("葡萄酒");
    await box.press("Enter");
    await page.getByText(/^葡萄酒: also .*wine/).waitFor();
    expect(await page.locator(".found-name a").allInnerTexts()).toContainEqual(
      expect.stringMatching(/^[A-Za-z ]+\(demo\)$/),
    );

    // The address is the search: another reader sees the same, and the way back leads to before it.
    const other = await visit(site, { locale: "zh-TW" });
    await other.page.goto(page.url());
    await other.page.getByText(/^葡萄酒：也找/).waitFor();
    expect(await other.page.getByLabel(WORDS["zh-TW"].about).inputValue()).toBe("葡萄酒");
    await other.context.close();
    await page.goBack();
    await page.getByText("300 accounts", { exact: true }).waitFor();
    expect(await box.inputValue()).toBe("");
    expect([...faults, ...other.faults]).toEqual([]);
    await context.close();
  }, 60_000);

  it("offers what a slip of the pen meant, and says of a text without words that it leaves nobody out", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators?query=trevel`);
    await page.getByRole("button", { name: "Did you mean “travel”?" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("query")).toBe("travel");
    await page.locator(".found-row").first().waitFor();
    await page.goto(`${site.address}/demo/creators?query=%2A%20%2A`);
    await page.getByText("“* *” holds no word to look for").waitFor();
    await page.getByText("300 accounts", { exact: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("finds those like the ticked, and takes two of them for one person until they are split", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators?query=wine`);
    const tick = async (count: number) => {
      for (let i = 0; i < count; i++) await page.locator(".found-row input[type=checkbox]").nth(i).click();
    };
    await page.locator(".found-row").nth(2).waitFor();
    await tick(3);
    expect(await page.getByRole("button", { name: "Same person: merge" }).count()).toBe(0);
    await page.getByRole("link", { name: "Find similar" }).click();
    await page.getByRole("button", { name: "Take away: Similar to 3 creators" }).waitFor();
    await page.getByText("297 accounts", { exact: true }).waitFor();

    await page.goto(`${site.address}/demo/creators?query=wine`);
    await page.locator(".found-row").nth(2).waitFor();
    await tick(2);
    await page.getByRole("button", { name: "Same person: merge" }).click();
    await page.getByText(/was merged into this creator/).waitFor();
    expect(await page.locator(".account").count()).toBe(2);
    await page.getByRole("button", { name: /^Split/ }).click();
    await expect.poll(() => page.locator(".account").count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it.each(LANGUAGES)("names every word of every filter in %s", async (locale) => {
    const { page, context, faults } = await visit(site, { locale });
    await page.goto(`${site.address}/demo/creators`);
    await page.locator(".found-row").first().waitFor();
    await page.locator("details.facet").evaluateAll((all: HTMLDetailsElement[]) => {
      for (const facet of all) facet.open = true;
    });
    const words = { en: "Semi-professional", "zh-CN": "半职业", "zh-TW": "半職業" };
    await page.locator(".find aside").getByText(words[locale], { exact: true }).waitFor();
    const text = await page.locator(".find aside").innerText();
    expect(text).not.toMatch(/\b(catalog|find|kept|web)\.\w/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("filters by what the counts promise, and never drops in silence whose figure is unknown", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators`);
    const status = page.locator(".find-status strong");
    const facet = (name: string) => page.locator("details.facet").filter({ hasText: name });
    const counted = async (row: ReturnType<typeof facet>) =>
      Number((await row.locator(".facet-count").innerText()).replaceAll(",", ""));
    const weibo = facet("Platform").locator("li", { hasText: "Weibo" });
    const promised = await counted(weibo);
    await weibo.getByRole("checkbox").click();
    await expect.poll(() => status.innerText()).toBe(`${promised} accounts`);
    await page.getByRole("button", { name: "Take away: Platform: Weibo" }).click();
    await weibo.getByRole("button", { name: "Without Weibo" }).click();
    await expect.poll(() => status.innerText()).toBe(`${300 - promised} accounts`);
    await page.getByRole("button", { name: "Clear all" }).click();

    const views = facet("Views a post");
    await views.locator("summary").click();
    await views.getByRole("textbox", { name: "Views a post from" }).fill("5000");
    await page.getByText(/more, of which a figure you ask about is unknown/).waitFor();
    const known = Number.parseInt(await status.innerText(), 10);
    const unknown = Number.parseInt(
      /(\d+) more/.exec(await page.locator(".find-status").innerText())?.[1] ?? "",
      10,
    );
    await page.getByLabel("include them").click();
    await expect.poll(() => status.innerText()).toBe(`${known + unknown} accounts`);
    await page.getByText(`${unknown} of them with an unknown figure`).waitFor();
    expect(new URL(page.url()).searchParams.get("include-unknown")).toBe("true");
    await page.getByRole("button", { name: "Clear all" }).click();

    // A slider under the hand of the keyboard: the lowest band is left out.
    const followers = facet("Followers").first();
    await followers.getByRole("slider", { name: "Followers from" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => new URL(page.url()).searchParams.get("min-followers")).toBe("5000");
    const bands = followers.locator("li", { has: page.locator("input:checked") });
    const sum = async () =>
      (await bands.locator(".facet-count").allInnerTexts())
        .map((text) => Number(text.replaceAll(",", "")))
        .reduce((a, b) => a + b, 0);
    await expect.poll(async () => `${await sum()} accounts` === (await status.innerText())).toBe(true);
    expect(await sum()).toBeLessThan(300);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("names a filter that contradicts itself, beside it, instead of showing an empty list", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators?platform=weibo`);
    const rows = page.locator(".found-row");
    await rows.first().waitFor();
    const facet = page.locator("details.facet").filter({ hasText: "Followers" }).first();
    await facet.getByRole("textbox", { name: "Followers from" }).fill("9000");
    await facet.getByRole("textbox", { name: "Followers up to" }).fill("3000");
    await page.getByRole("alert").getByText("No account can meet this search").waitFor();
    expect(await facet.locator(".facet-wrong").innerText()).toContain("ends before it begins");
    expect(await rows.count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: /^Take away: Followers/ }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect(faults.filter((fault) => !fault.includes("400"))).toEqual([]);
    await context.close();
  }, 60_000);

  it("opens fit to its parts, compares the ticked, and hands out a CSV of all found", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators`);
    await page.getByLabel("Fit to brief").selectOption({ index: 1 });
    await page
      .getByRole("button", { name: /^Fit [+−-]/ })
      .first()
      .click();
    const parts = page.locator(".origin-card tr");
    const points = (await parts.allInnerTexts()).map((text) =>
      Number((/[+−-]?[\d.]+$/.exec(text)?.[0] ?? "0").replace("−", "-")),
    );
    const sum = points.slice(0, -1).reduce((a, b) => a + b, 0);
    // Each part is rounded to a tenth.
    expect(Math.abs(sum - (points.at(-1) ?? 0))).toBeLessThan(0.06 * points.length);
    await page.keyboard.press("Escape");

    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV of all found" }).click(),
    ]);
    const lines = readFileSync((await csv.path()) ?? "", "utf8")
      .trimEnd()
      .split("\r\n");
    expect(`${lines.length - 1} accounts`).toBe(await page.locator(".find-status strong").innerText());
    expect(lines[0]).toMatch(/^\uFEFFplatform,handle,name,followers,observed on,/);

    const ticks = page.getByRole("checkbox", { name: /^Choose .+ on / });
    await ticks.nth(0).click();
    await ticks.nth(1).click();
    await page.getByText("2 chosen").waitFor();
    await page.getByRole("button", { name: "Add to a list" }).click();
    await page.getByLabel("New list").fill("Serum");
    await page.getByRole("button", { name: "Make", exact: true }).click();
    await page.getByText("Done", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Compare" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get("ids")?.split(",")).toHaveLength(2);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("plans a brief with the ticked alone, who become a list that the plan names", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators`);
    await page.getByLabel("Fit to brief").selectOption({ index: 1 });
    await page
      .getByRole("button", { name: /^Fit [+−-]/ })
      .first()
      .waitFor();
    const ticks = page.getByRole("checkbox", { name: /^Choose .+ on / });
    for (let i = 0; i < 5; i++) await ticks.nth(i).click();
    await page.getByText("5 chosen").waitFor();
    await page.getByRole("button", { name: "Plan with them" }).click();
    await page.getByLabel("Name of the list they become").fill("Five of spring");
    await page.getByRole("dialog").getByLabel("Brief").selectOption({ index: 0 });
    await page.getByRole("button", { name: "Make the plan" }).click();
    const named = page.getByRole("link", {
      name: "Chosen from the list “Five of spring” alone: 5 creators.",
    });
    await named.waitFor({ timeout: 45_000 });
    await named.click();
    await page.getByRole("heading", { level: 1, name: "Five of spring" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("opens a figure of a row to who says so and since when, and marks an old one with its month", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators?sort=views`);
    const figures = page.locator(".found-row").first().locator(".found-figure .figure");
    await figures.first().click();
    const card = page.locator(".origin-card");
    expect(await card.innerText()).toMatch(/How known\s+measured\s+Source\s+\S.*\s+Date\s+\w{3} \d+, 20\d\d/);
    await page.keyboard.press("Escape");
    expect(await page.locator(".found-old").count()).toBe(0);
    const now = demo.now();
    demo.setNow(new Date(now.getTime() + 200 * 86_400_000));
    await page.reload();
    await page.locator(".found-old").first().waitFor();
    await figures.first().click();
    expect(await card.innerText()).toContain("· older than 90 days");
    demo.setNow(now);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("reads in three languages, light and dark, and fits a phone", async () => {
    for (const [locale, words] of Object.entries(WORDS))
      for (const [width, colorScheme] of [
        [1366, "light"],
        [390, "dark"],
      ] as const) {
        const { page, context, faults } = await visit(site, { locale, colorScheme, width, height: 844 });
        await page.goto(`${site.address}/demo/creators?query=wine`);
        await page.getByLabel(words.about).waitFor();
        await page.getByText(words.found).first().waitFor();
        if (width < 500) {
          await page.getByRole("button", { name: words.filters }).click();
          await page.getByRole("dialog").getByText("Instagram").waitFor();
          await page.keyboard.press("Escape");
        } else await page.getByRole("complementary", { name: words.filters }).waitFor();
        const isWider = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(isWider, `${locale} at ${width}`).toBe(false);
        expect(faults).toEqual([]);
        await context.close();
      }
  }, 90_000);
});
