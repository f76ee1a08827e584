import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namesOf } from "../../src/cli/names.ts";
import { planText } from "../../src/cli/planText.ts";
import { textTable, widthOf } from "../../src/cli/textTable.ts";
import { wrap } from "../../src/cli/wrap.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import type { PlanDocument } from "../../src/core/planner/planDocument.ts";
import { sentence } from "../../src/core/sentence.ts";
import { say } from "../../src/i18n/say.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

describe("a plan on the terminal", () => {
  const folder = mkdtempSync(join(tmpdir(), "chorale-plan-text-"));
  const chorale = (...args: readonly string[]) =>
    execFileSync(process.execPath, [MAIN, ...args], { encoding: "utf8", maxBuffer: 64e6 });
  const names = namesOf(readReference().platforms);
  let text: string;
  let plan: PlanDocument & { readonly files: unknown };
  beforeAll(() => {
    chorale("demo", "--out", folder);
    const plain = [
      "plan",
      join(folder, "brief.yaml"),
      "--creators",
      join(folder, "creators.csv"),
      "--passes",
      "2",
    ];
    plan = JSON.parse(chorale(...plain, "--json"));
    text = planText(plan, names, Number.POSITIVE_INFINITY).join("\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("fits a screen of 80 columns", () => {
    const narrow = planText(plan, names, 80);
    expect(narrow.length).toBeGreaterThan(20);
    expect(narrow.filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it("calls platforms, deliverables and assumptions by their names, never by their keys", () => {
    expect(text).toMatch(/\d × (Note|Video)/);
    expect(text).toContain("Depends most on: ");
    for (const { key } of plan.topAssumptions) expect(text).not.toContain(key.replace(/ .*/, ""));
    expect(text).not.toMatch(/xiaohongshu|douyin|bilibili|plan\.text|count\.|\$t/);
  });

  it("says the same hours wherever it names them", () => {
    expect(plan.totals.hours).toBeGreaterThan(0);
    const hours = `${plan.totals.hours} hours`;
    expect(text.split("\n")[1]).toContain(`and ${hours} on ${plan.totals.creators} creators`);
    expect(text).toContain(`all in, ${hours}, ${plan.totals.creators} creators`);
  });

  it("lists in --json what was read of each file", () => {
    expect(plan.files).toEqual([
      expect.objectContaining({ file: join(folder, "creators.csv"), as: "creators", rows: 300, rejected: 0 }),
    ]);
  });
});

describe("a count in a sentence", () => {
  it("is in the singular for one and in the plural for none, a half and many", () => {
    const total = (hours: number, creators: number) =>
      say(
        "en",
        sentence("plan.text.total", {
          cost: { amountMinor: 23400, currency: "EUR" },
          hours,
          creators,
          mean: [sentence("forecast.amount.orders", { value: 2, count: 2 })],
          likely: [sentence("forecast.amount.orders", { value: 1, count: 1 })],
        }),
      );
    const result = "; expected (mean) 2 orders, likely 1 order";
    expect(total(1, 1)).toBe(`Together €234 all in, 1 hour, 1 creator${result}`);
    expect(total(2.5, 0)).toBe(`Together €234 all in, 2.5 hours, 0 creators${result}`);
    expect(total(2500, 1000)).toBe(`Together €234 all in, 2,500 hours, 1,000 creators${result}`);
  });

  it("leaves the words of others alone, whatever they look like", () => {
    const creator = '$t(count.hours, {"count": 3})';
    expect(say("en", sentence("plan.text.creatorOn", { creator, platform: "X" }))).toBe(`${creator} (X)`);
  });
});

describe("wrapping", () => {
  it("breaks between words, counts Chinese characters twice and keeps what follows a mark under its text", () => {
    expect(wrap("! one two three", 9)).toEqual(["! one two", "  three"]);
    expect(wrap("· 好好 好好", 8)).toEqual(["· 好好", "  好好"]);
    expect(wrap("unbreakable", 4)).toEqual(["unbreakable"]);
    expect(wrap("", 4)).toEqual([""]);
  });
});

describe("a table", () => {
  it("cuts its first column where the screen ends, and no figure", () => {
    const rows = [
      ["屿萤育儿与日常", "note", "9"],
      ["Ann", "video", "10"],
    ];
    expect(textTable(rows, { left: 2, columnsMax: 23 })).toEqual([
      "屿萤育儿与…   note    9",
      "Ann           video  10",
    ]);
  });
});
