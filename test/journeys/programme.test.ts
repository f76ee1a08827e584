import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { importFile } from "#app/importFiles";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";
import { chorale } from "../terminal.ts";

const PLAN_MS = 120_000;
const BY = "2031-06-30";
const campaign = (name: string, ages: string, more: object = {}) => ({
  ...{ name, ...more },
  brief: {
    product: "noodle kits",
    topics: ["food"],
    audience: { ages: [ages] },
    objective: { metric: "reach", target: 4000, by: BY },
  },
});
const DOCUMENT = {
  ...{ name: "Spring", market: "CN", currency: "CNY", budget: 4000 },
  campaigns: [campaign("Students", "18-24", { share: 0.4 }), campaign("Parents", "25-34")],
};

const folder = mkdtempSync(join(tmpdir(), "chorale-programme-"));
const catalog = join(folder, "catalog.csv");
const rows = Array.from(
  { length: 24 },
  (_, i) => `xiaohongshu,known${i},${3000 + 300 * i},${900 + 60 * ((i * 7) % 24)},note,${120 + 15 * i},CNY`,
);
writeFileSync(catalog, ["platform,handle,followers,views,deliverable,price,currency", ...rows].join("\n"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("several campaigns under one budget, in the terminal", () => {
  it("are planned from files, each with its own lines, and the certificate holds for anyone", async () => {
    const [file, out] = [join(folder, "programme.yaml"), join(folder, "plan.json")];
    writeFileSync(file, stringify(DOCUMENT));
    const flags = ["--creators", catalog, "--passes", "3", "--json", "--out", out];
    const ran = await chorale(join(folder, "data"), "plan", file, ...flags);
    expect(ran.code).toBe(0);
    const { campaigns, lines, totals } = JSON.parse(ran.stdout) as ProgrammeDocument;
    expect(campaigns.map(({ name, fixed, plan }) => [name, fixed, plan?.lines.length])).toEqual([
      ["Students", true, lines.filter((line) => line.campaign === 1).length],
      ["Parents", false, lines.filter((line) => line.campaign === 2).length],
    ]);
    expect(totals.cost.amountMinor).toBeLessThanOrEqual(400_000);
    const checked = await chorale(
      join(folder, "data"),
      ...["certify", join(folder, "plan.instance.ndjson"), out, "--json"],
    );
    expect(JSON.parse(checked.stdout)).toMatchObject({ valid: true, problems: [] });
  }, 120_000);
});

describe("several campaigns under one budget, through the server", () => {
  let house: TestHouse;
  let site: OpenSite;
  beforeAll(async () => {
    house = await testHouse();
    await importFile(house, catalog, { say: (rule) => say("en", rule) });
    site = await openSite({ main: house, demo: house });
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await house?.close();
  });
  const get = async (path: string) => (await fetch(`${site.address}/api/v1/${path}`)).json();
  const post = (path: string, body: object) =>
    fetch(`${site.address}/api/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: site.address },
      body: JSON.stringify(body),
    });

  it("are refused whole with every place, saved, planned, stopped and opened over HTTP", async () => {
    const refused = await post("programmes", { document: { ...DOCUMENT, budget: "lots" } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { details: [{ at: "budget" }] } });
    expect((await get("programmes")).programmes).toEqual([]);

    const saved = await (await post("programmes", { document: DOCUMENT })).json();
    expect(saved).toMatchObject({ version: 1, name: "Spring", document: DOCUMENT });
    const { runId } = await (await post("programme-plans", { programmeId: saved.id, seconds: 600 })).json();
    expect((await post("programme-plans", { programmeId: saved.id })).status).toBe(409);
    await post(`programme-runs/${runId}/stop`, {});
    const over = async () => (await get(`programme-runs/${runId}`)).state !== "running";
    await expect.poll(over, { timeout: PLAN_MS, interval: 500 }).toBe(true);
    const run = await get(`programme-runs/${runId}`);
    expect(run).toMatchObject({ state: "done", error: null });
    const { document, programmeVersion } = await get(`programme-plans/${run.planId}`);
    expect([document.status, document.campaigns.length, programmeVersion]).toEqual(["ok", 2, 1]);
    expect((await get("programme-plans")).plans).toMatchObject([{ id: run.planId, name: "Spring" }]);
    expect((await fetch(`${site.address}/api/v1/programme-plans/${house.newId()}`)).status).toBe(404);
  }, 180_000);

  it("are written in the page, planned, read, and taken back", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/briefs`);
    await page.getByRole("link", { name: "Several campaigns" }).click();
    await page.getByRole("link", { name: "Plan several campaigns" }).click();
    await page.getByText("3 things are still needed").waitFor();
    const source = page.getByLabel("The same as a document");
    await source.fill(stringify({ ...DOCUMENT, name: "Summer", budget: undefined }));
    await page.getByLabel("Budget for all campaigns").fill("4000");
    const parents = page.getByRole("article", { name: "Parents" });
    await parents.getByLabel("Its part of the money").selectOption("a fixed share");
    await parents.getByLabel("Share of the budget").fill("70%");
    await parents.getByLabel("Share of the budget").press("Tab");
    await page.getByText("the fixed parts are 110% of the budget").waitFor();
    await parents.getByLabel("Its part of the money").selectOption("to be found");
    await page.getByText("Ready to be planned.").waitFor();
    expect(await source.inputValue()).not.toMatch(/share: 70/);
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("heading", { name: /in 2 campaigns \(Students/ }).waitFor({ timeout: PLAN_MS });
    expect(await page.locator(".split-list li").count()).toBe(2);
    await page.getByText("The whole plan of “Parents”").click();
    await page.getByRole("heading", { name: "What if somebody declines?" }).waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const booked = await page.locator(".campaign-lines tbody tr").count();
    expect(
      readFileSync(await csv.path(), "utf8")
        .trim()
        .split("\r\n"),
    ).toHaveLength(booked + 2);
    const plan = page.url();
    await page.goto(`${site.address}/main/history`);
    await page.getByText("Planned the programme “Summer”").waitFor();
    await page.getByRole("button", { name: "Undo: Planned the programme “Summer”" }).click();
    await page.getByText("Undone: Planned the programme “Summer”").first().waitFor();
    await page.goto(`${site.address}/main/programmes`);
    await page.getByText("not planned yet").waitFor();
    expect(faults).toEqual([]);
    await page.goto(plan);
    await page.getByText("there is no plan").waitFor();
    await context.close();
  }, 240_000);

  it.each(LANGUAGES)(
    "fit a phone as a laptop in %s, without a word missing",
    async (locale) => {
      const [plan] = (await get("programme-plans")).plans;
      const [programme] = (await get("programmes")).programmes;
      const paths = [
        ...["programmes", "programmes/new", `programmes/${programme.id}`, `programme-plans/${plan.id}`],
      ];
      for (const width of [390, 1366]) {
        const { page, context, faults } = await visit(site, { locale, width, colorScheme: "dark" });
        for (const path of paths) {
          await page.goto(`${site.address}/main/${path}`);
          await page.locator("main h1").first().waitFor();
          expect(await page.locator("body").innerText(), path).not.toMatch(/\b(web|programme)\.[a-z]+\.|{{/);
          const beyond = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(beyond, `${path} at ${width}`).toBe(0);
        }
        expect(faults).toEqual([]);
        await context.close();
      }
    },
    90_000,
  );
});
