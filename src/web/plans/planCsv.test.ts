import { describe, expect, it } from "vitest";
import { csvCell } from "../doors/csvCell.ts";
import { namesOf } from "../doors/names.ts";
import { wordsIn } from "../words/words.tsx";
import { PLAN_FIXTURE } from "./plan.fixture.ts";
import { planCsv } from "./planCsv.ts";

describe("a cell of the plan's CSV", () => {
  it.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])("is harmless when it reads %j", (text) => {
    expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/);
  });

  it("keeps a number a number, a negative one too", () => {
    expect(csvCell(-3.5)).toBe("-3.5");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  });
});

describe("the plan's CSV", () => {
  const words = wordsIn("en");
  const names = namesOf(words, undefined);

  it("lists every line and every backup below one head", () => {
    const rows = planCsv(PLAN_FIXTURE, words, names, null).trimEnd().split("\r\n");
    expect(rows.length).toBe(2 + PLAN_FIXTURE.lines.length + PLAN_FIXTURE.reserve.length);
  });

  it("starts with the watermark of the demo market", () => {
    const csv = planCsv(PLAN_FIXTURE, words, names, words.t("demo.csv"));
    expect(csv.startsWith("\uFEFFDEMO MARKET")).toBe(true);
  });
});
