import { homedir } from "node:os";
import { join, resolve } from "node:path";

// Every environment variable the house reads. Plain on purpose: each command pays for what is loaded here.
const VARIABLES = ["CHORALE_DATA", "CHORALE_KEYS", "DATABASE_URL", "XDG_DATA_HOME"] as const;

export interface Config {
  /** Holds postgres, clicks, rejects, files, keys. */
  readonly dataDir: string;
  readonly keysDir: string;
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
}

/** `dataDirFlag` is what --data said; it goes before the environment. */
export function readConfig(dataDirFlag: string | null = null, env: NodeJS.ProcessEnv = process.env): Config {
  const given: Partial<Record<(typeof VARIABLES)[number], string>> = {};
  // A variable that is set to nothing counts as not set.
  for (const name of VARIABLES) if (env[name]) given[name] = env[name];
  const dataHome = given.XDG_DATA_HOME ?? join(homedir(), ".local", "share");
  const dataDir = resolve(dataDirFlag ?? given.CHORALE_DATA ?? join(dataHome, "chorale"));
  return {
    dataDir,
    keysDir: resolve(given.CHORALE_KEYS ?? join(dataDir, "keys")),
    databaseUrl: given.DATABASE_URL ?? null,
  };
}
