import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The process number of a cluster's server, from its postmaster.pid; null when it has none. */
export function readServerPid(clusterFolder: string): number | null {
  const file = join(clusterFolder, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}
