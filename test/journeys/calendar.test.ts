import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveBrief } from "#app/saveBrief";
import { savePlan } from "#app/savePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const SOON = { timeout: 20_000 };
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Read in three weeks, which the usual durations do not fit into; two days off, and a quick reply. */
function lateBrief(): Record<string, unknown> {
  return {
    ...{ name: "Late", market: "CN", currency: "CNY", product: "noodles", topics: ["food"], budget: 9000 },
    ...{
      platforms: ["xiaohongshu"],
      start: dayIn(1),
      objective: { metric: "reach", target: 9000, by: dayIn(21) },
    },
    calendar: {
      blackouts: [{ from: dayIn(30), to: dayIn(31), why: "stocktaking" }],
      durations: { reply: 2 },
    },
  };
}

/** Every event of an iCalendar file: its day, and what it says. */
function eventsOf(file: string): readonly string[] {
  const days = [...file.matchAll(/^DTSTART;VALUE=DATE:(\d{8})\r$/gm)].map(([, day]) => day!);
  const says = [...file.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, text]) => text!);
  return days.map((day, i) => `${day} ${says[i]}`);
}

describe("until when, from the brief to the calendar program", () => {
  const folder = mkdtempSync(join(tmpdir(), "chorale-calendar-"));
  const briefFile = join(folder, "brief.json");
  const chorale = (...args: readonly string[]) =>
    execFileSync(process.execPath, [MAIN, ...args], { encoding: "utf8", maxBuffer: 64e6 });
  let plan: PlanDocument;
  let house: TestHouse;
  let site: OpenSite;
  let planId: string;
  beforeAll(async () => {
    chorale("demo", "--out", folder);
    writeFileSync(briefFile, JSON.stringify(lateBrief()));
    house = await testHouse();
    house.setNow(new Date());
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await house?.close();
    rmSync(folder, { recursive: true });
  });
  const planArgs = () => ["plan", briefFile, "--creators", join(folder, "creators.csv"), "--passes", "1"];

  it("is said on the terminal, with the step that would have to be shorter", () => {
    const file = join(folder, "plan.ics");
    plan = JSON.parse(chorale(...planArgs(), "--calendar", file, "--json"));
    const { calendar } = plan;
    expect(calendar?.late?.lines).toBe(plan.lines.length);
    for (const { steps, toKeep } of calendar?.lines ?? []) {
      expect(steps.some(({ late }) => late)).toBe(true);
      expect(toKeep?.changes.length).toBeGreaterThan(0);
    }
    const days = new Set(
      calendar?.lines.flatMap(({ steps }) => steps.map(({ step, latest }) => `${latest} ${step}`)),
    );
    expect(eventsOf(readFileSync(file, "utf8"))).toHaveLength(days.size);
    const text = chorale(...planArgs()).replace(/\s+/g, " ");
    expect(text).toContain("! Already late for");
    expect(text).toContain(say("en", calendar!.lines[0]!.toKeep!.says));
  });

  it("is kept when the brief takes the steps that short", () => {
    const changes = plan.calendar!.lines.flatMap(({ toKeep }) => toKeep!.changes);
    // Of lines that would shorten the same step unlike, the shortest.
    const shortest = Object.fromEntries(
      changes.toSorted((a, b) => b.days - a.days).map(({ duration, days }) => [duration, days]),
    );
    const brief = lateBrief();
    const durations = { reply: 2, ...shortest };
    writeFileSync(
      briefFile,
      JSON.stringify({ ...brief, calendar: { ...(brief["calendar"] as object), durations } }),
    );
    expect((JSON.parse(chorale(...planArgs(), "--json")) as PlanDocument).calendar?.late).toBeNull();
  });

  it("comes from HTTP in the reader's language, day for day as from the terminal", async () => {
    site = await openSite({ main: house });
    const brief = await saveBrief(house, { id: null, document: lateBrief(), actor: "owner" });
    const { id } = await savePlan(house, {
      ...{ briefId: brief.id, briefVersion: brief.version, document: plan, seed: 1, actor: "owner" },
      ...{ instanceSha256: null, assumptionsSha256: "cd" },
    });
    planId = id;
    const terminal = readFileSync(join(folder, "plan.ics"), "utf8");
    for (const lang of LANGUAGES) {
      const answer = await fetch(`${site.address}/api/v1/plans/${id}/calendar.ics?lang=${lang}`);
      expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      const file = await answer.text();
      const step = say(lang, { key: "plan.calendar.step.posting", values: {} });
      expect(eventsOf(file).some((event) => event.includes(step))).toBe(true);
      expect(file === terminal).toBe(lang === "en");
    }
    expect((await fetch(`${site.address}/api/v1/plans/nobody/calendar.ics`)).status).toBe(404);
  }, 120_000);

  it("is read and taken away at the browser, and days off are typed there", async () => {
    const { page, context, faults } = await visit(site, { locale: "zh-CN", width: 390 });
    await page.goto(`${site.address}/main/plans/${planId}`);
    const change = plan.calendar!.lines[0]!.toKeep!.changes[0]!;
    await page.locator(".calendar-keep").first().getByText(say("zh-CN", change.says)).waitFor();
    const [taken] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: say("zh-CN", { key: "web.plan.calendarTake", values: {} }) }).click(),
    ]);
    const answer = await fetch(`${site.address}/api/v1/plans/${planId}/calendar.ics?lang=zh-CN`);
    expect(readFileSync(await taken.path(), "utf8")).toBe(await answer.text());
    expect(faults).toEqual([]);
    await context.close();

    const desk = await visit(site);
    await desk.page.goto(`${site.address}/main/briefs/new`);
    await desk.page.getByRole("button", { name: "Add days off" }).click();
    const days = desk.page.locator(".blackout");
    await days.getByLabel("From").fill(dayIn(40));
    await days.getByLabel("To").fill(dayIn(35));
    // Backwards: refused at the field, as the document is.
    await desk.page.getByText(/calendar\.blackouts\[0\]\.to/).waitFor();
    await days.getByLabel("To").fill(dayIn(44));
    await days.getByLabel("Why").fill("moving house");
    await desk.page.getByLabel("First draft, days").fill("3");
    const yaml = desk.page.locator(".brief-yaml textarea, textarea.brief-yaml").first();
    await expect.poll(() => yaml.inputValue(), SOON).toContain("why: moving house");
    expect(await yaml.inputValue()).toMatch(/durations:\s+draft: 3/);
    await days.getByRole("button").click();
    await expect.poll(() => yaml.inputValue(), SOON).not.toContain("blackouts");
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  }, 120_000);
});
