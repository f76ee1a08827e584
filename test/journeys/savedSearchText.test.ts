import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chorale } from "../terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "chorale-saved-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => chorale(join(folder, "data"), ...args);
const bring = (name: string, rows: string) => {
  writeFileSync(join(folder, name), `handle,followers,date\n${rows}`);
  return run("import", join(folder, name));
};

describe("a saved search at the terminal", () => {
  it("is saved where it is asked, and later shows who is new, all or alone", async () => {
    await bring("instagram-1.csv", "moon.bakes,12000,2026-02-01\nquiet_kiln,900,2026-02-01\n");
    const saved = await run("find", "--min-followers", "10k", "--save", "Large ones");
    expect([saved.code, saved.stderr]).toEqual([
      0,
      'Saved the search "Large ones"; accounts that answer to it now: 1.\n',
    ]);
    await bring("instagram-2.csv", "river_eats,50000,2026-03-01\n");
    const again = await run("find", "--saved", "large ones");
    expect(again.stdout).toContain("new · river_eats");
    expect(again.stdout).toContain("\nmoon.bakes");
    const { stdout } = await run("find", "--saved", "Large ones", "--only-new", "--json");
    const found = JSON.parse(stdout) as { total: number; results: { handle: string; isNew: boolean }[] };
    expect(found.total).toBe(1);
    expect(found.results.map(({ handle, isNew }) => [handle, isNew])).toEqual([["river_eats", true]]);
    const unknown = await run("find", "--saved", "Small ones");
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      'chorale: search: there is no saved search "Small ones"\n',
    ]);
  }, 120_000);
});
