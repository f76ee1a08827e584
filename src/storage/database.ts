import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg, { type ClientConfig } from "pg";
import { databaseFault } from "./faults.ts";
import type { Database } from "./tables.ts";

export type Db = Kysely<Database>;

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;

/** Reads bigint as a number, and refuses one that a number cannot hold exactly; reads a day as it is written. */
const TYPES = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === INT8) return safeInteger;
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8_ARRAY)
      return (text: string) => (text === "{}" ? [] : text.slice(1, -1).split(",").map(safeInteger));
    return pg.types.getTypeParser(oid, format);
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53`);
  return value;
}

/** The open database: typed queries, and the bare pool for COPY and for statements that Kysely cannot say. */
export interface Connections {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Where it is, for a thread that opens it for itself. */
  readonly connection: ClientConfig;
}

/** Opens no connection before the first query. Queries of `db` throw unavailable when the database is gone or full. */
export function connect(
  connection: ClientConfig,
  { connectionsMax = 10, isDiskFull }: { connectionsMax?: number; isDiskFull?: () => boolean } = {},
): Connections {
  const pool = new pg.Pool({
    ...connection,
    types: TYPES,
    max: connectionsMax,
    connectionTimeoutMillis: 15_000,
  });
  // A connection that dies, idle or between two statements, must not end the process: the next query says what is wrong.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    ...{ pool, connection },
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: plainSpoken(pool, isDiskFull) }) }),
  };
}

function plainSpoken(pool: pg.Pool, isDiskFull?: () => boolean): PostgresPool {
  const rethrow = (caught: unknown) => Promise.reject(databaseFault(caught, isDiskFull));
  return {
    async connect() {
      const client = await pool.connect().catch(rethrow);
      const query = (sql: string, parameters: unknown[]) => client.query(sql, parameters).catch(rethrow);
      // The type also promises cursors, which nothing here opens.
      return { query, release: () => client.release() } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}
