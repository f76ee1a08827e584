import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg, { type ClientConfig } from "pg";
import { inject } from "vitest";
import { type Connections, connect } from "../src/storage/database.ts";
import { type Binaries, binariesIn, embeddedBinaries } from "../src/storage/launcher/binaries.ts";
import { launch } from "../src/storage/launcher/launch.ts";
import { migrate } from "../src/storage/migrate.ts";

const TEMPLATE = "chorale_template";
const DEBIAN_15 = "/usr/lib/postgresql/15/bin";

/** The PostgreSQLs that storage tests run on: the embedded one always, Debian's 15 where it is installed. */
export const SERVERS: readonly { name: string; installed: boolean; binaries: () => Promise<Binaries> }[] = [
  { name: "embedded", installed: true, binaries: embeddedBinaries },
  {
    name: "debian-15",
    installed: existsSync(DEBIAN_15),
    binaries: async () => binariesIn(DEBIAN_15),
  },
];

export interface TestDatabase extends Connections {
  readonly connection: ClientConfig;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/**
 * A fresh database at the newest version, for one test file. The run's cluster and its template are made by whoever
 * asks first; `on` names a server of SERVERS.
 */
export async function freshDatabase(on = "embedded"): Promise<TestDatabase> {
  const server = await serverConnection(on);
  return makeDatabase(server, `TEMPLATE ${await templateOn(server)}`);
}

/** An empty database, no migration applied. */
export async function emptyDatabase(on = "embedded"): Promise<TestDatabase> {
  return makeDatabase(await serverConnection(on), "");
}

async function makeDatabase(server: ClientConfig, how: string): Promise<TestDatabase> {
  const database = `t_${randomUUID().replaceAll("-", "")}`;
  await run(server, `CREATE DATABASE ${database} ${how}`);
  const connection = { ...server, database };
  const connections = connect(connection);
  return {
    ...connections,
    connection,
    async drop() {
      await connections.pool.end();
      await run(server, `DROP DATABASE ${database} WITH (FORCE)`);
    },
  };
}

const joined = new Map<string, Promise<ClientConfig>>();

/** Joins the run's cluster once a test file and stays until the file's process ends. */
function serverConnection(on: string): Promise<ClientConfig> {
  const known = joined.get(on) ?? joinServer(on);
  joined.set(on, known);
  return known;
}

async function joinServer(on: string): Promise<ClientConfig> {
  const server = SERVERS.find(({ name }) => name === on);
  if (!server?.installed) throw new Error(`no PostgreSQL "${on}" on this machine`);
  const live = await launch({
    folder: join(inject("clustersFolder"), on),
    binaries: server.binaries,
    // Thrown away at the end of the run: durability costs time and buys nothing.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  const { application_name: _, ...connection } = live.connection;
  return connection;
}

// Built under a name of its own and renamed: of two test files at once the slower one drops its own.
async function templateOn(server: ClientConfig): Promise<string> {
  const known = await run(server, `SELECT 1 FROM pg_database WHERE datname = '${TEMPLATE}'`);
  if (known.rowCount === 1) return TEMPLATE;
  const building = `building_${randomUUID().replaceAll("-", "")}`;
  await run(server, `CREATE DATABASE ${building}`);
  const { pool } = connect({ ...server, database: building }, { connectionsMax: 1 });
  await migrate(pool);
  await pool.end();
  try {
    await run(server, `ALTER DATABASE ${building} RENAME TO ${TEMPLATE}`);
  } catch {
    await run(server, `DROP DATABASE ${building}`);
  }
  return TEMPLATE;
}

async function run(server: ClientConfig, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
