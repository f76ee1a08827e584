import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

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
  const file = join(clusterFolder, "postmaster.pid");
  if (!existsSync(file)) return;
  const before = readFileSync(file, "utf8");
  const pid = Number(before.split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || runsPostgres(pid)) return;
  // Another start may have replaced the file since it was read: then it goes back.
  const aside = `${file}.foreign-${process.pid}`;
  renameSync(file, aside);
  if (readFileSync(aside, "utf8") === before) rmSync(aside);
  else renameSync(aside, file);
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
