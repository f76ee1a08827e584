import type { ClientConfig, Pool } from "pg";
import type { Db } from "#storage/database";
import type { Workspace } from "#storage/workspaces";

/** What a verb needs of the world: the open database of one workspace, the data folder, the clock, new ids. */
export interface House {
  readonly workspaceId: string;
  readonly workspace: Workspace;
  readonly db: Db;
  /** The same database without Kysely, for COPY. */
  readonly pool: Pool;
  /** Where that database is, for a thread that opens it for itself. */
  readonly connection: ClientConfig;
  readonly rejectsDir: string;
  /** Uploads on their way in. */
  readonly filesDir: string;
  readonly keysDir: string;
  readonly now: () => Date;
  /** A UUIDv7; later ids sort after earlier ones. */
  readonly newId: () => string;
  close(): Promise<void>;
}
