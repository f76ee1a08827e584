import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { faultCode } from "../faults.ts";

const FOLDERS_MAX = 100;

/**
 * Makes a folder (0700) and those above it, one by one: Node's own recursive way never ends where the system answers
 * "no such folder" to every attempt, as it does under /proc. Throws unavailable, naming the folder, when one of them is
 * a file or cannot be made.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; missing.length < FOLDERS_MAX && !isFolder(at, folder); at = dirname(at))
    missing.push(at);
  try {
    for (const path of missing.reverse()) makeOne(path);
  } catch (caught) {
    throw unusable(folder, caught instanceof Error ? caught.message : String(caught));
  }
}

function makeOne(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (caught) {
    // Another process may have made it meanwhile.
    if (faultCode(caught) !== "EEXIST" || !statSync(path).isDirectory()) throw caught;
  }
}

function isFolder(path: string, wanted: string): boolean {
  try {
    if (statSync(path).isDirectory()) return true;
  } catch (caught) {
    // Below a file the answer is ENOTDIR: the file itself comes next.
    if (faultCode(caught) === "ENOENT" || faultCode(caught) === "ENOTDIR") return false;
    throw unusable(wanted, caught instanceof Error ? caught.message : String(caught));
  }
  throw new ChoraleError("unavailable", sentence("storage.fileInTheWay", { folder: wanted, file: path }));
}

function unusable(folder: string, reason: string): ChoraleError {
  return new ChoraleError("unavailable", sentence("storage.cannotMake", { folder, reason }));
}
