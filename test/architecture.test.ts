import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { breaches, type SourceFile } from "./architecture.ts";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const house: SourceFile[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(src + path, "utf8") }));

const plant = (path: string, text: string) => breaches([{ path, text }]);

describe("the house", () => {
  it("has rooms to look at", () => {
    expect(house.length).toBeGreaterThan(10);
  });

  it("keeps its imports pointing inward and its names telling", () => {
    expect(breaches(house)).toEqual([]);
  });

  it.each([
    ["core/planner/plan.ts", 'import { db } from "#storage/database";', "may not import storage"],
    ["core/certify/certify.ts", 'import { bound } from "#core/solver/bound";', "may not import core/solver"],
    ["core/brief/brief.ts", 'import { db } from "../../storage/database.ts";', "crosses a wall"],
    ["web/plan/PlanPage.tsx", 'const m = await import("#app/plan");', "may not import app"],
    ["core/forecast/views.ts", "const now = Date.now();", "clock, chance or I/O"],
    ["storage/creators.ts", "const url = process.env.DATABASE_URL;", "environment outside config.ts"],
    ["app/utils.ts", "", "name the concept"],
    ["app/plan.ts", "const plan: any = 1;", "any"],
    ["app/plan.ts", 'import { world } from "../../test/worlds/wine.ts";', "product code imports"],
    ["cellar/wine.ts", "", "no room"],
    ["app/plan.ts", "\n".repeat(401), "more than 400"],
  ])("refuses a fault planted in %s", (path, text, says) => {
    expect(plant(path, text).join("\n")).toContain(says);
  });
});
