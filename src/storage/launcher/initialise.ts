import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Binaries } from "./binaries.ts";
import { makeFolder } from "./makeFolder.ts";
import { isAlive } from "./postmaster.ts";
import { runAs, type ServerUser } from "./serverUser.ts";

/** The superuser of a cluster that Chorale made, and the settings file that each start rewrites. */
export const CLUSTER_USER = "chorale";
export const SETTINGS_FILE = "chorale.conf";

export function isInitialised(folder: string): boolean {
  return existsSync(join(folder, "PG_VERSION"));
}

/**
 * Makes a cluster beside its place and renames it there: a crash half-way leaves nothing that looks like a cluster,
 * and of two at once the slower one throws its own away. Throws unavailable when initdb fails.
 */
export async function initialise(folder: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const parent = dirname(folder);
  makeFolder(parent);
  sweepUnfinished(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ChoraleError("unavailable", sentence("storage.notACluster", { folder }));
  }
  const unfinished = `${folder}.unfinished-${process.pid}-${Date.now()}`;
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    if (user) chownSync(unfinished, user.uid, user.gid);
    const made = await runAs(user, unfinished, binaries.initdb, [
      ...["-D", unfinished, `--username=${CLUSTER_USER}`, "--auth=trust"],
      // macOS has no C.UTF-8 before its version 15.
      ...[`--locale=${process.platform === "darwin" ? "C" : "C.UTF-8"}`, "--encoding=UTF8"],
      "--data-checksums",
    ]);
    if (made.code !== 0) {
      throw new ChoraleError(
        "unavailable",
        sentence("storage.initFailed", { folder, reason: lastLine(made.output) }),
      );
    }
    appendFileSync(join(unfinished, "postgresql.conf"), `\ninclude '${SETTINGS_FILE}'\n`);
    moveIntoPlace(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function moveIntoPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (caught) {
    if (isInitialised(folder)) return;
    throw caught;
  }
  // A rename outlives a power cut only once its folder is on the disk.
  const parent = openSync(dirname(folder), "r");
  fsyncSync(parent);
  closeSync(parent);
}

function sweepUnfinished(folder: string): void {
  const prefix = `${basename(folder)}.unfinished-`;
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length).split("-")[0]))) continue;
    rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** The last line that says something: PostgreSQL's programs put the reason there. */
export function lastLine(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const fatal = lines.findLast((line) => /\b(FATAL|PANIC|error|ERROR):/.test(line));
  return fatal ?? lines.findLast((line) => line !== "") ?? "";
}
