import { createHash } from "node:crypto";
import { chownSync, existsSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { ServerUser } from "./serverUser.ts";

// A socket's path may have 103 bytes on macOS and 107 on Linux, all included.
const SOCKET_PATH_BYTES_MAX = 90;
const SOCKET_NAME = ".s.PGSQL.5432";

/** Where the cluster's socket lies: in the cluster, or in a short folder of its own where that path is too long. */
export function socketFolderOf(clusterFolder: string): string {
  if (Buffer.byteLength(join(clusterFolder, SOCKET_NAME)) <= SOCKET_PATH_BYTES_MAX) return clusterFolder;
  const hash = createHash("sha256").update(clusterFolder).digest("hex").slice(0, 16);
  return `/tmp/chorale-${hash}`;
}

/**
 * Whether the folder is there and ours alone. Anybody may make a folder in /tmp: one that others own or may enter
 * would let them play the server. Throws unavailable for such a one.
 */
export function socketFolderIsSafe(socketFolder: string, clusterFolder: string): boolean {
  if (!existsSync(socketFolder)) return false;
  const found = lstatSync(socketFolder);
  const trusted = [process.getuid?.() ?? 0, existsSync(clusterFolder) ? statSync(clusterFolder).uid : 0];
  if (!found.isDirectory() || !trusted.includes(found.uid) || (found.mode & 0o077) !== 0) {
    throw new ChoraleError("unavailable", sentence("storage.socketFolder", { folder: socketFolder }));
  }
  return true;
}

export function makeSocketFolder(socketFolder: string, clusterFolder: string, user: ServerUser): void {
  if (!socketFolderIsSafe(socketFolder, clusterFolder))
    mkdirSync(socketFolder, { mode: 0o700, recursive: true });
  if (user) chownSync(socketFolder, user.uid, user.gid);
}
