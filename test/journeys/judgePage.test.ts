import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addToList } from "#app/addToList";
import { loadDemo } from "#app/loadDemo";
import { saveList } from "#app/saveList";
import type { Creator } from "#core/catalog/creator";
import { toMajor } from "#core/money";
import { say } from "#i18n/say";
import { loadCreators } from "#storage/creators";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const JUDGE_MS = 45_000;

/** Eight invented creators of the demo market at their own prices, the third at ten times its own. */
function listOf(creators: readonly Creator[]): string {
  const rows = creators.flatMap(({ accounts: [account] }) => {
    const rate = account?.rates.find(({ deal, qualifier }) => deal === "flat" && qualifier === "eq");
    const followers = account?.snapshots[0]?.followers;
    return account?.platform === "xiaohongshu" && rate && followers ? [{ account, rate, followers }] : [];
  });
  const lines = rows.slice(0, 8).map(({ account, followers, rate }, i) => {
    const price = toMajor({ amountMinor: rate.priceMinor, currency: rate.currency }) * (i === 2 ? 10 : 1);
    return `xiaohongshu,${account.handle},${followers},${rate.deliverable},${price},${rate.currency}`;
  });
  return ["platform,handle,followers,deliverable,price,currency", ...lines].join("\n");
}

describe("a list judged at the browser", () => {
  let site: OpenSite;
  let demo: TestHouse;
  let list: string;
  beforeAll(async () => {
    demo = await testHouse({ kind: "demo" });
    await loadDemo(demo, (rule) => say("en", rule));
    list = listOf(await loadCreators(demo.db, demo.workspaceId));
    // The shell asks for the workspaces by way of `main`.
    site = await openSite({ main: demo, demo });
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await demo?.close();
  });

  it("is pasted, judged against the workspace and taken away, and nobody is imported by it", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators`);
    await page.getByText("300 accounts").waitFor();
    await page.getByRole("link", { name: "Judge a list" }).click();
    const unknown = `${list}\nxiaohongshu,nobody-of-the-market,8000,note,600,CNY`;
    await page.getByLabel("Or paste the list").fill(unknown);
    await page.getByRole("button", { name: "Judge it" }).click();
    await page.getByRole("heading", { name: /The list likely brings/ }).waitFor({ timeout: JUDGE_MS });
    expect(await page.locator("li.line").count()).toBe(9);
    const dear = page.locator("li.line").nth(2);
    expect(await dear.locator(".verdict").innerText()).toMatch(/swap|ask/);
    expect(await dear.innerText()).toContain("Stays up to a fee of");
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    expect(
      readFileSync(await csv.path(), "utf8")
        .trim()
        .split("\r\n").length,
    ).toBe(11);
    await page.getByText("简体中文", { exact: true }).last().click();
    expect(await page.locator(".judge-letter").innerText()).toMatch(/^您好，/);
    const address = page.url();
    await page.goto(`${site.address}/demo/creators`);
    await page.getByText("300 accounts").waitFor();
    // The answer has an address of its own while the server runs.
    await page.goto(address);
    await page.getByRole("heading", { name: /The list likely brings/ }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("is one of the workspace's own lists, with one click", async () => {
    const { page, context, faults } = await visit(site);
    const creators = await loadCreators(demo.db, demo.workspaceId);
    const isOnXiaohongshu = ({ accounts }: Creator) => accounts[0]?.platform === "xiaohongshu";
    const creatorIds = creators
      .filter(isOnXiaohongshu)
      .slice(0, 3)
      .map(({ id }) => id);
    const { id: listId } = await saveList(demo, { id: null, name: "Spring", actor: "test" });
    await addToList(demo, { listId, creatorIds, actor: "test" });
    await page.goto(`${site.address}/demo/lists/${listId}`);
    await page.getByRole("link", { name: "Judge this list" }).click();
    await page.getByText("Spring.csv").waitFor();
    expect(await page.locator("nav a[aria-current]").first().innerText()).toBe("Judge a list");
    await page.getByRole("button", { name: "Judge it" }).click();
    await page.getByRole("heading", { name: /The list likely brings/ }).waitFor({ timeout: JUDGE_MS });
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("is refused whole in the reader's language, with the line, and fits a phone", async () => {
    const { page, context } = await visit(site, { locale: "zh-CN", width: 390, height: 844 });
    await page.goto(`${site.address}/demo/judge`);
    const [head = "", first = ""] = list.split("\n");
    const again = first.replace(/,(\d+(\.\d+)?),CNY$/, ",99999,CNY");
    await page.getByLabel("或粘贴名单").fill([head, first, again].join("\n"));
    await page.getByRole("button", { name: "开始评估" }).click();
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/第 3 行/);
    expect(await notice.innerText()).not.toMatch(/line|column/);
    await page.getByLabel("或粘贴名单").fill(list);
    await page.getByRole("button", { name: "开始评估" }).click();
    await page.getByRole("heading", { name: /这份名单/ }).waitFor({ timeout: JUDGE_MS });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await context.close();
  }, 120_000);
});
