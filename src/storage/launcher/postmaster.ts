import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const PID_FILE = "postmaster.pid";
const STOP_MS = 60_000;

/** Whether a process carries that number; a zombie does until its parent takes note. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (caught) {
    return (caught as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Removes a postmaster.pid whose number now belongs to another program. PostgreSQL clears the file of a dead server
 * itself, but refuses to start while any process of its own user carries the number: common after a restart of a
 * container, and without end where nobody reaps a killed server.
 */
export function dropForeignPid(clusterFolder: string): void {
  const file = join(clusterFolder, PID_FILE);
  const before = readPidFile(clusterFolder);
  const pid = pidOf(before);
  if (pid === null || !isAlive(pid) || runsPostgres(pid)) return;
  // Another start may have replaced the file since it was read: then it goes back.
  const aside = `${file}.foreign-${process.pid}`;
  renameSync(file, aside);
  if (readFileSync(aside, "utf8") === before) rmSync(aside);
  else renameSync(aside, file);
}

/**
 * Ends the cluster's server in good order and waits until it has let go of the folder. Not by `pg_ctl -w stop`, which
 * waits on when another start takes the folder in that moment.
 */
export async function stopPostmaster(clusterFolder: string): Promise<void> {
  const pid = pidOf(readPidFile(clusterFolder));
  if (pid === null) return;
  process.kill(pid, "SIGINT");
  for (let waitedMs = 0; waitedMs < STOP_MS; waitedMs += 20) {
    if (pidOf(readPidFile(clusterFolder)) !== pid) return;
    await pause(20);
  }
}

function readPidFile(clusterFolder: string): string {
  try {
    return readFileSync(join(clusterFolder, PID_FILE), "utf8");
  } catch {
    return "";
  }
}

function pidOf(pidFile: string): number | null {
  const pid = Number(pidFile.split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function runsPostgres(pid: number): boolean {
  try {
    const [state = "", name = ""] = existsSync("/proc/self/stat")
      ? (/\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? []).slice(1).reverse()
      : execFileSync("ps", ["-p", `${pid}`, "-o", "state=,comm="], { encoding: "utf8" })
          .trim()
          .split(/\s+/);
    return !state.startsWith("Z") && /postgres|postmaster/.test(name);
  } catch {
    return false;
  }
}
