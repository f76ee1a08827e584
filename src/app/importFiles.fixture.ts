import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach } from "vitest";
import { type TestHouse, testHouse } from "../../test/house.ts";
import type { ImportOptions } from "./importFiles.ts";

export const catalogs = resolve(process.env["CHORALE_SHARED"] ?? "../shared", "data/catalogs");
export const say: ImportOptions = { say: (rule) => rule.key };

export let house: TestHouse;
export let folder: string;
beforeEach(async () => {
  house = await testHouse();
  folder = mkdtempSync(join(tmpdir(), "chorale-import-"));
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

export function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Every row of every table of the catalog, for comparing before and after. */
export async function contents(): Promise<string> {
  const tables = [
    "creator",
    "account",
    "snapshot",
    "post",
    "post_metric",
    "audience_share",
    "audience_sample",
    "rate",
    "source",
    "import",
    "event",
  ];
  const found: Record<string, unknown> = {};
  for (const table of tables)
    found[table] = (
      await sql`SELECT to_jsonb(t)::text AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(house.db)
    ).rows;
  return JSON.stringify(found);
}

export const LIST =
  "handle,followers,country,Note price (CNY)\nmoon.bakes,1200,FR,300\nriver_eats,1.2万,法国,\n";
