import { randomUUID } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ClientConfig } from "pg";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Binaries } from "./binaries.ts";
import { CLUSTER_USER, initialise, isInitialised, lastLine, SETTINGS_FILE } from "./initialise.ts";
import { dropForeignPid, stopPostmaster } from "./postmaster.ts";
import { join as joinServer, type Presence } from "./presence.ts";
import { runAs, type ServerUser, serverUserOf } from "./serverUser.ts";
import { makeSocketFolder, socketFolderIsSafe, socketFolderOf } from "./socketFolder.ts";

// A zombie postmaster keeps its number for about 1.5 s after kill -9, and the backends of a killed one keep its
// shared memory until they notice: both pass within this. So does a server that came up and was stopped by the last
// one out before we were in. Any other reason does not pass.
const RETRY_MS = 10_000;
const PASSES = /lock file|shared memory|received fast shutdown request/;
// Another process may be waiting for its server to recover from a crash: as long as pg_ctl is told to wait.
const BUSY_MS = 120_000;
const LOG_FILE = "server.log";

export interface LaunchOptions {
  /** The cluster's own folder; made when it is not there. */
  readonly folder: string;
  /** Asked only when no server is live. */
  readonly binaries: () => Promise<Binaries>;
  /** Further lines of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A live server that we joined. */
export interface LiveServer {
  readonly connection: ClientConfig;
  /** False: it was already live. */
  readonly started: boolean;
  /** Leaves; the last one out stops the server, and gets true. A killed program's server so finds its end too. */
  leave(): Promise<boolean>;
}

/**
 * Adopts the cluster's live server or starts one, making the cluster first where there is none. Live means that it
 * answers. Safe to call from several processes at once. Throws unavailable with PostgreSQL's own reason.
 */
export async function launch(options: LaunchOptions): Promise<LiveServer> {
  const { folder } = options;
  const socketFolder = socketFolderOf(folder);
  const connection: ClientConfig = {
    host: socketFolder,
    user: CLUSTER_USER,
    database: "postgres",
    ssl: false,
    application_name: `chorale-${randomUUID()}`,
  };
  const first = await tryToJoin(connection, socketFolder, folder);
  if (typeof first !== "string") return liveServer(folder, connection, first, false);

  const binaries = await options.binaries();
  const user = serverUserOf(folder);
  if (!isInitialised(folder)) await initialise(folder, binaries, user);

  const began = Date.now();
  for (;;) {
    const found = await tryToJoin(connection, socketFolder, folder);
    if (typeof found !== "string") return liveServer(folder, connection, found, false);
    const waitedMs = Date.now() - began;
    if (found === "none") {
      const failure = await start(options, socketFolder, binaries, user);
      const presence = failure === null ? await tryToJoin(connection, socketFolder, folder) : "none";
      if (typeof presence !== "string") return liveServer(folder, connection, presence, true);
      if (failure !== null && (waitedMs > RETRY_MS || !failure.passes))
        throw startFailed(folder, failure.reason);
    }
    if (waitedMs > BUSY_MS) throw startFailed(folder, "");
    await pause(200);
  }
}

function startFailed(folder: string, reason: string): ChoraleError {
  if (/No space left on device/.test(reason))
    return new ChoraleError("unavailable", sentence("storage.diskFull", { reason }), folder);
  return new ChoraleError("unavailable", sentence("storage.startFailed", { folder, reason }));
}

async function tryToJoin(connection: ClientConfig, socketFolder: string, folder: string) {
  return isInitialised(folder) && socketFolderIsSafe(socketFolder, folder) ? joinServer(connection) : "none";
}

/** Null when it has started, else PostgreSQL's reason, and whether it is one that passes. */
async function start(
  options: LaunchOptions,
  socketFolder: string,
  binaries: Binaries,
  user: ServerUser,
): Promise<{ readonly reason: string; readonly passes: boolean } | null> {
  const { folder } = options;
  const logged = readLog(folder).length;
  makeSocketFolder(socketFolder, folder, user);
  dropForeignPid(folder);
  writeSettings(folder, user, {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    timezone: "UTC",
    log_timezone: "UTC",
    // A failed statement's detail can quote a row, and a row can hold a person.
    log_error_verbosity: "terse",
    jit: "off",
    ...options.settings,
  });
  // Relative paths, because pg_ctl hands them to a shell.
  const args = ["-D", ".", "-l", LOG_FILE, "-w", "-t", `${BUSY_MS / 1000}`, "start"];
  const { code, output } = await runAs(user, folder, binaries.pgCtl, args);
  if (code === 0) return null;
  const said = readLog(folder).slice(logged);
  return { reason: lastLine(said) || lastLine(output), passes: PASSES.test(said) };
}

function writeSettings(folder: string, user: ServerUser, settings: Readonly<Record<string, string>>): void {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  );
  const file = join(folder, SETTINGS_FILE);
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, lines.join(""), { mode: 0o600 });
  if (user) chownSync(fresh, user.uid, user.gid);
  renameSync(fresh, file);
}

function readLog(folder: string): string {
  const file = join(folder, LOG_FILE);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function liveServer(
  folder: string,
  connection: ClientConfig,
  presence: Presence,
  started: boolean,
): LiveServer {
  return {
    connection,
    started,
    async leave() {
      const last = await presence.isLast();
      if (last) await stopPostmaster(folder);
      await presence.end();
      return last;
    },
  };
}
