import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "#app/importFiles";
import { say } from "#i18n/say";
import { loadCreators } from "#storage/creators";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const PEERS = Array.from({ length: 9 }, (_, i) => `peer${i},21000,FR,,${300 + 50 * i} EUR,2026-02-01`);
const FILES = {
  "instagram-2025.csv": [
    "handle,followers,country,engagement rate,date",
    "moon.bakes,18000,FR,2.1%,2025-06-01",
    "quiet_kiln,900,FR,4%,2025-06-01",
  ],
  "instagram-2026.csv": [
    "handle,followers,country,bio,post price,date",
    "moon.bakes,20500,FR,Bread. hello@moon.example,640 EUR,2026-02-20",
    ...PEERS,
  ],
  "tiktok-2026.csv": [
    "handle,name,followers,bio,date",
    "moonbakes.tv,=Moon TV,7000,hello@moon.example,2026-02-20",
  ],
};

describe("what is known and kept of a creator, at the browser", () => {
  let site: OpenSite;
  let house: TestHouse;
  const idOf = async (handle: string) => {
    const creators = await loadCreators(house.db, house.workspaceId);
    return creators.find(({ accounts }) => accounts.some((each) => each.handle === handle))?.id ?? "";
  };
  beforeAll(async () => {
    house = await testHouse();
    for (const [name, lines] of Object.entries(FILES)) {
      const path = join(house.rejectsDir, "..", name);
      writeFileSync(path, `${lines.join("\n")}\n`);
      await importFile(house, path, { say: (rule) => say("en", rule), strict: true });
    }
    site = await openSite({ main: house });
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await house?.close();
  });

  it("shows old figures as old, the price among peers, and the course of the account", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/creators/${await idOf("moon.bakes")}`);
    await page.getByRole("heading", { name: "moon.bakes", exact: true }).waitFor();
    const rate = page.locator(".account-facts > div", { hasText: "Engagement" }).first();
    expect(await rate.innerText()).toMatch(/2\.1\s?%[\s\S]*older than 90 days/);
    expect(await page.locator(".account-facts > div").first().innerText()).not.toContain("older");
    const post = page.getByRole("row", { name: /^Post/ }).first();
    await post.getByText("9 peers").waitFor();
    expect(await post.innerText()).toContain("more than 78% of peers");
    await page.getByRole("img", { name: "Followers and engagement by day" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("keeps tags, lists, a mark, notes, contacts and talks, shows who changed what, and undoes it", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/creators/${await idOf("moon.bakes")}`);
    await page.getByRole("combobox", { name: "Tags" }).fill("Sourdough");
    await page.keyboard.press("Enter");
    await page.getByText("Tagged moon.bakes “Sourdough”").first().waitFor();
    await page.getByLabel("New list").fill("Spring");
    await page.getByRole("button", { name: "Make", exact: true }).click();
    await page.getByText("Put moon.bakes into the list “Spring”").first().waitFor();
    await page.getByRole("radio", { name: "4 of 5" }).press("Space");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("4 of 5 ·").waitFor();
    await page.getByLabel("Note", { exact: true }).fill("Answers within a day");
    await page.getByRole("button", { name: "Write" }).click();
    await page.getByText("Answers within a day").waitFor();
    await page.getByRole("button", { name: "Note it" }).click();
    await page
      .getByText(/Noted that moon.bakes was contacted/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Add contact" }).click();
    await page.getByLabel("Address, number or name").fill("not an address");
    await page.getByRole("button", { name: "Add contact" }).click();
    expect(await page.getByRole("alert").first().innerText()).toContain("an address with an @");
    await page.getByLabel("Address, number or name").fill("hello@moon.example");
    await page.getByRole("button", { name: "Add contact" }).click();
    await page.getByRole("button", { name: "Delete hello@moon.example" }).click();
    await page.getByRole("button", { name: "Yes, delete" }).click();
    await page.getByText("Deleted a contact of moon.bakes for good").first().waitFor();
    await page.getByText("No contact is known.").waitFor();
    const history = page.getByRole("region", { name: "Who changed what" });
    await history.getByRole("button", { name: /Undo: Tagged/ }).click();
    await history.getByText(/^Undone: Tagged/).waitFor();
    await page.getByRole("button", { name: /Remove Sourdough/ }).waitFor({ state: "detached" });
    expect(faults.filter((fault) => !fault.includes("400"))).toEqual([]);
    await context.close();
  });

  it("suggests who is the same person with why, merges them, and splits them again", async () => {
    const { page, context, faults } = await visit(site, { width: 390, height: 844 });
    await page.goto(`${site.address}/main/creators`);
    await page.getByRole("link", { name: "Probable duplicates" }).click();
    await page.getByText(/The same address stands with both: hello@moon.example/).waitFor();
    await page.goto(`${site.address}/main/creators/${await idOf("moon.bakes")}`);
    await page.getByRole("button", { name: /^Merge =Moon TV into/ }).click();
    await page.getByRole("heading", { name: /TikTok/ }).waitFor();
    await page.getByRole("button", { name: "Split off =Moon TV" }).click();
    await page.getByRole("heading", { name: /TikTok/ }).waitFor({ state: "detached" });
    expect(faults).toEqual([]);
    await context.close();
  });

  it("sets creators side by side, unknown as unknown, and hands out a harmless CSV", async () => {
    const { page, context, faults } = await visit(site);
    const ids = await Promise.all(["moon.bakes", "moonbakes.tv"].map(idOf));
    await page.goto(`${site.address}/main/compare?ids=${ids.join(",")}`);
    const followers = page.getByRole("row", { name: /^Followers/ });
    expect(await followers.innerText()).toMatch(/20,500[\s\S]*7,000/);
    await page.getByText("These are accounts of different platforms").waitFor();
    expect(await page.getByRole("row", { name: /^Post, asked/ }).innerText()).toMatch(/€640[\s\S]*unknown/);
    await page.getByLabel("Add a creator").fill("quiet");
    await page.getByRole("button", { name: /^quiet_kiln/ }).click();
    await page.getByRole("columnheader", { name: /quiet_kiln/ }).waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const text = readFileSync((await csv.path()) ?? "", "utf8");
    expect(text.split("\r\n")[0]).toContain(",'=Moon TV,");
    expect(text).toContain("Followers,20500,2026-02-20,7000,2026-02-20,900,2025-06-01");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("opens a list, whose CSV a fresh workspace takes in as it is", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/lists`);
    await page.getByRole("link", { name: "Spring" }).click();
    await page.getByText("moon.bakes", { exact: true }).waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const fresh = await testHouse();
    const path = join(fresh.rejectsDir, "..", "spring.csv");
    writeFileSync(path, readFileSync((await csv.path()) ?? ""));
    await importFile(fresh, path, { say: (rule) => say("en", rule), strict: true });
    const [taken] = await loadCreators(fresh.db, fresh.workspaceId);
    expect(taken?.accounts[0]).toMatchObject({
      ...{ platform: "instagram", handle: "moon.bakes", country: "FR" },
      snapshots: [{ followers: 20_500, observedOn: "2026-02-20" }],
      rates: [{ deliverable: "post", priceMinor: 64_000, currency: "EUR" }],
    });
    await fresh.close();
    await page.getByRole("button", { name: "Take moon.bakes out" }).click();
    await page.getByText("Nobody is in this list").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
