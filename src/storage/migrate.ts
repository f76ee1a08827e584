import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Pool, PoolClient } from "pg";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { databaseFault, faultCode, isDuplicate, isWorthARetry } from "./faults.ts";

const MIGRATIONS = fileURLToPath(new URL("../../migrations/", import.meta.url));
const UNDEFINED_TABLE = "42P01";
const DUPLICATE_TABLE = "42P07";
const DUPLICATE_OBJECT = "42710";

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/**
 * Brings the database to the newest version, one transaction a file, forward only. Of several starts at once one
 * applies a file and the others wait for it: the row in schema_migration is inserted first and its key is the lock.
 * Throws refused when a file that was applied has changed, or when a newer Chorale has been here.
 */
export async function migrate(pool: Pool, folder: string = MIGRATIONS): Promise<void> {
  const wanted = readMigrations(folder);
  const client = await pool.connect().catch((caught) => Promise.reject(databaseFault(caught)));
  try {
    let pending = pendingOf(wanted, await readApplied(client));
    while (pending[0]) {
      await apply(client, pending[0]);
      pending = pendingOf(wanted, await readApplied(client));
    }
  } catch (caught) {
    throw databaseFault(caught);
  } finally {
    client.release();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}`, "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      return { version: Number(name.slice(0, 4)), name, sql, sha256 };
    });
}

async function readApplied(client: PoolClient): Promise<Map<number, string>> {
  try {
    const rows = await client.query<{ version: number; sha256: string }>(
      "SELECT version, sha256 FROM schema_migration ORDER BY version",
    );
    return new Map(rows.rows.map((row) => [row.version, row.sha256]));
  } catch (caught) {
    if (faultCode(caught) !== UNDEFINED_TABLE) throw caught;
  }
  const create =
    "CREATE TABLE schema_migration (version integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL)";
  await client.query(create).catch((caught: unknown) => {
    // Another start was quicker; which of the three it is depends on how far it had come.
    if (![DUPLICATE_TABLE, DUPLICATE_OBJECT].includes(faultCode(caught)) && !isDuplicate(caught))
      throw caught;
  });
  return new Map();
}

function pendingOf(wanted: readonly Migration[], applied: ReadonlyMap<number, string>): Migration[] {
  const newest = wanted.at(-1)?.version ?? 0;
  for (const version of applied.keys()) {
    if (version > newest)
      throw new ChoraleError("refused", sentence("storage.newerSchema", { version, newest }));
  }
  for (const { version, name, sha256 } of wanted) {
    const before = applied.get(version);
    if (before !== undefined && before !== sha256) {
      throw new ChoraleError("refused", sentence("storage.changedMigration", { name }), name);
    }
  }
  return wanted.filter(({ version }) => !applied.has(version));
}

async function apply(client: PoolClient, { version, name, sql, sha256 }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("INSERT INTO schema_migration (version, name, sha256) VALUES ($1, $2, $3)", [
      version,
      name,
      sha256,
    ]);
    await client.query(sql);
    await client.query("COMMIT");
  } catch (caught) {
    await client.query("ROLLBACK");
    if (!isDuplicate(caught) && !isWorthARetry(caught)) throw caught;
  }
}
