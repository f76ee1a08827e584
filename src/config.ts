import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";

// Every environment variable the house reads, read once.
const environment = z.object({
  CHORALE_DATA: z.string().min(1).optional(),
  CHORALE_KEYS: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  XDG_DATA_HOME: z.string().min(1).optional(),
});

export interface Config {
  /** Holds postgres, clicks, rejects, files, keys. */
  readonly dataDir: string;
  readonly keysDir: string;
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
}

/** `dataDirFlag` is what --data said; it goes before the environment. */
export function readConfig(dataDirFlag: string | null = null, env: NodeJS.ProcessEnv = process.env): Config {
  const given = environment.parse(env);
  const dataHome = given.XDG_DATA_HOME ?? join(homedir(), ".local", "share");
  const dataDir = resolve(dataDirFlag ?? given.CHORALE_DATA ?? join(dataHome, "chorale"));
  return {
    dataDir,
    keysDir: resolve(given.CHORALE_KEYS ?? join(dataDir, "keys")),
    databaseUrl: given.DATABASE_URL ?? null,
  };
}
