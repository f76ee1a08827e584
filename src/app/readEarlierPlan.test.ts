import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEarlierPlan } from "./readEarlierPlan.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chorale-earlier-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refusalOf(text: string) {
  const path = join(folder, "old.json");
  writeFileSync(path, text);
  return readEarlierPlan(path).then(
    () => null,
    (caught: unknown) => caught,
  );
}

describe("an earlier plan to compare with", () => {
  it.each([
    ["a list", "[]", "currency"],
    ["a brief", '{"market":"FR","currency":"EUR"}', "lines"],
    ["lines that are none", '{"currency":"EUR","lines":3,"totals":{},"forecast":null,"reach":null}', "lines"],
  ])("is refused where the file is %s", async (_what, text, missing) => {
    expect(await refusalOf(text)).toMatchObject({
      code: "bad-input",
      sentence: { key: "plan.notAPlan", values: { missing } },
    });
  });
});
