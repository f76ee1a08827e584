import { setTimeout as pause } from "node:timers/promises";
import pg, { type ClientConfig } from "pg";

// Any number that nothing else in the cluster locks; "chor" in ASCII.
const PRESENCE_LOCK = 0x63686f72;
const CANNOT_CONNECT_NOW = "57P03";
const LEAVING_MS = 250;

/** One connection that says: this server is in use. */
export interface Presence {
  /** True when nobody else is connected; from then on nobody can join, so that the server may be stopped. */
  isLast(): Promise<boolean>;
  end(): Promise<void>;
}

/**
 * Joins a live server: everyone who uses it holds a shared lock, and whoever wants to stop it must get that lock
 * alone, so a start and a stop at the same moment cannot cut each other off. "busy": a server is there, but starting,
 * recovering or stopping; "none": nobody answers.
 */
export async function join(connection: ClientConfig): Promise<Presence | "busy" | "none"> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
  // The server may die under us: the next query says so, an event without a listener would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    const answer = await client.query(`SELECT pg_try_advisory_lock_shared(${PRESENCE_LOCK}) AS joined`);
    if (answer.rows[0]?.joined === true) return presence(client, connection);
    await client.end();
    return "busy";
  } catch (caught) {
    void client.end().catch(() => {});
    return (caught as { code?: string }).code === CANNOT_CONNECT_NOW ? "busy" : "none";
  }
}

function presence(client: pg.Client, connection: ClientConfig): Presence {
  return {
    async isLast() {
      try {
        await client.query(`SELECT pg_advisory_unlock_shared(${PRESENCE_LOCK})`);
        const lock = await client.query(`SELECT pg_try_advisory_lock(${PRESENCE_LOCK}) AS alone`);
        if (lock.rows[0]?.alone !== true) return false;
        // Others who leave at this moment may not be gone yet; a plain client that stays is waited for no longer.
        for (let waitedMs = 0; waitedMs <= LEAVING_MS; waitedMs += 50) {
          if ((await countOthers(client, connection)) === 0) return true;
          await pause(50);
        }
        return false;
      } catch {
        return false;
      }
    },
    end: () => client.end().catch(() => {}),
  };
}

async function countOthers(client: pg.Client, connection: ClientConfig): Promise<number> {
  const answer = await client.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND application_name <> $1`,
    [connection.application_name],
  );
  return answer.rows[0]?.n;
}
