import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "#app/importFiles";
import { listBrands } from "#app/listBrands";
import { loadDemo } from "#app/loadDemo";
import { saveBrand } from "#app/saveBrand";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { loadCreators } from "#storage/creators";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const SOON = { timeout: 20_000 };
const PICTURES = process.env["CHORALE_PICTURES"];

describe("saved searches at the browser", () => {
  let house: TestHouse;
  let demo: TestHouse;
  let site: OpenSite;
  const bring = (name: string, rows: string) => {
    const path = join(house.rejectsDir, "..", name);
    writeFileSync(path, `handle,followers,date\n${rows}`);
    return importFile(house, path, { say: (rule) => rule.key });
  };
  beforeAll(async () => {
    house = await testHouse();
    demo = await testHouse({ kind: "demo" });
    await loadDemo(demo, (rule) => rule.key);
    site = await openSite({ main: house, demo });
    await bring("instagram-1.csv", "moon.bakes,12000,2026-02-01\nquiet_kiln,900,2026-02-01\n");
  }, 180_000);
  afterAll(async () => {
    await site?.close();
    await house?.close();
    await demo?.close();
  });

  const put = async (name: string, params: object) => {
    const answer = await fetch(`${site.address}/api/v1/searches`, {
      ...{ method: "PUT", headers: { "content-type": "application/json", origin: site.address } },
      body: JSON.stringify({ name, params }),
    });
    expect(answer.status).toBe(200);
  };

  it("say who is new, show those alone, and are seen, renamed and removed", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/searches`);
    await page.getByText("No search is saved yet").waitFor();
    await put("Large ones", { "min-followers": ["10k"], "not-platform": ["weibo,douyin"] });
    await bring("instagram-2.csv", "river_eats,50000,2026-03-01\nquiet_kiln,11000,2026-03-01\n");
    await page.reload();
    await page.getByText("3 accounts").waitFor();
    expect(
      await page.getByRole("list", { name: "What is asked for" }).getByRole("listitem").allInnerTexts(),
    ).toEqual(["Platform: not Weibo", "Platform: not Douyin", "Followers: 10,000 and more"]);
    const fresh = page.getByRole("link", { name: "The new ones of Large ones" });
    expect(await fresh.innerText()).toBe("2 new");
    await fresh.click();
    await page.getByText("river_eats").first().waitFor();
    await page.getByText("quiet_kiln").first().waitFor();
    expect(await page.getByText("moon.bakes").count()).toBe(0);
    await page.goto(`${site.address}/main/searches`);
    await page.getByRole("button", { name: "Mark the new ones of Large ones as seen" }).click();
    await page.getByText("nobody new since").waitFor();
    await page.getByRole("button", { name: "Rename the search Large ones" }).click();
    await page.getByLabel("Name of the search").fill("Big");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Big", exact: true }).waitFor();
    await page.getByRole("button", { name: "Remove the search Big" }).click();
    await page.getByText("No search is saved yet").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("are readable in every language, light and dark, at a desk and on a phone", async () => {
    await put("城市小众", { "min-followers": ["10k"] });
    await put("Of a list", { "min-followers": ["100"] });
    await bring("instagram-3.csv", "late_loaf,70000,2026-03-01\n");
    for (const locale of LANGUAGES)
      for (const [colorScheme, width] of [
        ["light", 1366],
        ["dark", 390],
      ] as const) {
        const { page, context, faults } = await visit(site, { locale, colorScheme, width });
        await page.goto(`${site.address}/main/searches`);
        await page
          .getByRole("heading", { name: say(locale, { key: "searches.title", values: {} }) })
          .waitFor();
        await page.getByText("城市小众").waitFor();
        const overflow = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(overflow).toBe(0);
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `searches-${locale}-${width}.png`) });
        expect(faults).toEqual([]);
        await context.close();
      }
  }, 120_000);

  it("stand beside brands whose other names are said on their page", async () => {
    await saveBrand(house, { id: null, name: "Moon & Rye", actor: "owner" });
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/brands`);
    await page.getByRole("button", { name: "Change the other names of Moon & Rye" }).click();
    const field = page.getByRole("combobox", { name: "Other names of Moon & Rye" });
    await field.pressSequentially("山茶记、moonandrye,");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Also written 山茶记, moonandrye").waitFor();
    expect((await listBrands(house))[0]?.aliases).toEqual(["山茶记", "moonandrye"]);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, "brands.png") });
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("have their like on a creator's page: others by the words that they have in common", async () => {
    const creators = await loadCreators(demo.db, demo.workspaceId);
    const wine = creators.find(({ accounts }) => accounts.some(({ topics }) => topics.includes("wine")))!;
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators/${wine.id}`);
    const section = page.getByRole("region", { name: "Similar creators" });
    await expect.poll(() => section.getByRole("listitem").count(), SOON).toBeGreaterThan(3);
    await section.getByText("Found by the words").waitFor();
    expect(await section.getByText(/Wine and spirits/).count()).toBeGreaterThan(2);
    if (PICTURES) await section.screenshot({ path: join(PICTURES, "similar.png") });
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});
