import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase, SERVERS, type TestDatabase } from "../../test/database.ts";
import { migrate } from "./migrate.ts";

const MIGRATIONS = fileURLToPath(new URL("../../migrations/", import.meta.url));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "chorale-migrations-"));
  folders.push(folder);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

describe.each(SERVERS)("migrations on $name", ({ name, installed }) => {
  describe.skipIf(!installed)("where it is installed", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await emptyDatabase(name);
    });
    afterAll(() => database?.drop());

    it("let four starts at once through, each file applied once", async () => {
      await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool)));
      const applied = await database.pool.query("SELECT name FROM schema_migration ORDER BY version");
      expect(applied.rows.map((row) => row.name)).toEqual(readdirSync(MIGRATIONS).sort());
    });

    it("refuse a file that was changed after it was applied, and say which", async () => {
      const folder = folderWith({});
      cpSync(MIGRATIONS, folder, { recursive: true });
      writeFileSync(join(folder, "0001_ground.sql"), "CREATE TABLE other (id uuid);");
      await expect(migrate(database.pool, folder)).rejects.toMatchObject({
        code: "refused",
        sentence: { key: "storage.changedMigration", values: { name: "0001_ground.sql" } },
      });
    });

    it("refuse a database that a newer version has used", async () => {
      await expect(migrate(database.pool, folderWith({}))).rejects.toMatchObject({
        code: "refused",
        sentence: { key: "storage.newerSchema" },
      });
    });

    it("leave nothing of a file that fails half-way", async () => {
      const fresh = await emptyDatabase(name);
      const folder = folderWith({
        "0001_a.sql": "CREATE TABLE kept (id int);",
        "0002_b.sql": "CREATE TABLE half (id int); SELECT nonsense;",
      });
      await expect(migrate(fresh.pool, folder)).rejects.toThrow(/nonsense/);
      const tables = await fresh.pool.query(
        "SELECT to_regclass('kept') AS kept, to_regclass('half') AS half",
      );
      expect(tables.rows[0]).toEqual({ kept: "kept", half: null });
      await fresh.drop();
    });

    it("keep workspace_id first in every key of a tenant table", async () => {
      const keys = await database.pool.query(`
        SELECT c.conrelid::regclass::text AS table, a.attname AS first
        FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype IN ('p', 'u', 'f') AND c.connamespace = 'public'::regnamespace AND c.conrelid::regclass::text
          NOT IN ('workspace', 'lease', 'schema_migration')`);
      expect(keys.rows.length).toBeGreaterThan(30);
      expect(keys.rows.filter((row) => row.first !== "workspace_id")).toEqual([]);
    });
  });
});
