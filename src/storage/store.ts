import { statfsSync } from "node:fs";
import { join } from "node:path";
import pg, { type ClientConfig, type Pool } from "pg";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { type Connections, connect, type Db } from "./database.ts";
import { databaseFault, faultCode } from "./faults.ts";
import { embeddedBinaries } from "./launcher/binaries.ts";
import { launch } from "./launcher/launch.ts";
import { makeFolder } from "./launcher/makeFolder.ts";
import { migrate } from "./migrate.ts";

const VERSION_MIN = 15;

/** The database, open and at the newest version. */
export interface Store {
  readonly db: Db;
  readonly pool: Pool;
  readonly connection: ClientConfig;
  /** Closes every connection, once; stops the embedded server when nobody else uses it. */
  close(): Promise<void>;
}

/** Opens the PostgreSQL of that address, or the embedded one in the data folder, starting it when none is live. */
export async function openStore(place: { dataDir: string; databaseUrl: string | null }): Promise<Store> {
  // Rejects, keys and files lie there whichever database it is.
  makeFolder(place.dataDir);
  return place.databaseUrl === null ? openEmbedded(place.dataDir) : openServer(place.databaseUrl);
}

async function openEmbedded(dataDir: string): Promise<Store> {
  const server = await launch({ folder: join(dataDir, "postgres"), binaries: embeddedBinaries }).catch(
    (caught) => Promise.reject(folderFault(caught, dataDir)),
  );
  const leave = async () => {
    await server.leave();
  };
  return openMigrated(connect(server.connection, { isDiskFull: () => isFull(dataDir) }), leave);
}

// PostgreSQL ends when the next segment of its log, 16 MiB, does not fit; what it then frees may be as much.
const FREE_BYTES_MIN = 32 * 2 ** 20;

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < FREE_BYTES_MIN;
}

/** What the file system says against the data folder, as a sentence; anything else comes back as it is. */
function folderFault(caught: unknown, folder: string): unknown {
  if (!/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|ENAMETOOLONG)$/.test(faultCode(caught))) return caught;
  const { message } = caught as Error;
  return new ChoraleError(
    "unavailable",
    sentence("storage.cannotWrite", { folder, reason: message }),
    "--data",
  );
}

async function openServer(databaseUrl: string): Promise<Store> {
  // The address may hold a password: it is not repeated.
  if (!isAddress(databaseUrl))
    throw new ChoraleError("refused", sentence("storage.noAddress"), "DATABASE_URL");
  return openMigrated(connect({ connectionString: databaseUrl }), async () => {}, requireVersion);
}

function isAddress(databaseUrl: string): boolean {
  try {
    new pg.Client({ connectionString: databaseUrl });
    return /^postgres(ql)?:\/\//i.test(databaseUrl);
  } catch {
    return false;
  }
}

async function openMigrated(
  { db, pool, connection }: Connections,
  leave: () => Promise<void>,
  check: (pool: Pool) => Promise<void> = async () => {},
): Promise<Store> {
  const close = async () => {
    if (!pool.ending) await pool.end();
    await leave();
  };
  try {
    await check(pool);
    await migrate(pool);
  } catch (caught) {
    await close();
    throw caught;
  }
  return { db, pool, connection, close };
}

async function requireVersion(pool: Pool): Promise<void> {
  const answer = await pool
    .query<{ version: string }>("SELECT current_setting('server_version') AS version")
    .catch((caught) => Promise.reject(databaseFault(caught)));
  const version = answer.rows[0]?.version ?? "";
  if (Number.parseInt(version, 10) < VERSION_MIN) {
    throw new ChoraleError(
      "refused",
      sentence("storage.tooOld", { version, min: VERSION_MIN }),
      "DATABASE_URL",
    );
  }
}
