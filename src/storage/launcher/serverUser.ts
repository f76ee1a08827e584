import { execFileSync, spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

/** PostgreSQL refuses to run as root. Null: the server runs as whoever runs Chorale. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

/**
 * Who runs the server of this cluster: its owner, or for a new one under root the user `postgres`, else a system
 * user made for the purpose. Throws unavailable when the cluster belongs to somebody else or no user can be had.
 */
export function serverUserOf(clusterFolder: string): ServerUser {
  const own = process.getuid?.() ?? 0;
  const owner = existsSync(clusterFolder) ? statSync(clusterFolder) : null;
  if (own !== 0) {
    if (owner && owner.uid !== own) {
      throw new ChoraleError("unavailable", sentence("storage.notOurs", { folder: clusterFolder }));
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp("postgres") ?? lookUp("chorale") ?? make("chorale");
}

function lookUp(name: string): ServerUser {
  try {
    const ask = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

function make(name: string): ServerUser {
  try {
    const args = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
    execFileSync("useradd", [...args, "--shell", "/usr/sbin/nologin", name], { stdio: "ignore" });
  } catch {
    throw new ChoraleError("unavailable", sentence("storage.noServerUser", { name }));
  }
  return lookUp(name);
}

export interface Finished {
  readonly code: number;
  /** Both streams, for the sentence that says what went wrong. */
  readonly output: string;
}

/** Runs one of PostgreSQL's programs as the server's user, in a folder, with nothing of our environment. */
export function runAs(user: ServerUser, folder: string, command: string, args: readonly string[]) {
  const [program, ...rest] = [...wrapperFor(user), command, ...args];
  return new Promise<Finished>((resolve, reject) => {
    const child = spawn(program ?? command, rest, {
      cwd: folder,
      // pg_ctl leaves a server behind that would hold a pipe open: it gets its log file instead (-l).
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" },
      ...(user && !hasSetpriv() ? user : {}),
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

// A data folder may lie under a folder of mode 700 that belongs to root: the server may pass through it only with
// dac_override. Containers that lack the capability get the plain change of user.
function wrapperFor(user: ServerUser): readonly string[] {
  if (!user || !hasSetpriv()) return [];
  const change = ["setpriv", "--reuid", `${user.uid}`, "--regid", `${user.gid}`, "--clear-groups"];
  const withPassage = [...change, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return succeeds([...withPassage, "true"]) ? withPassage : change;
}

function hasSetpriv(): boolean {
  return succeeds(["setpriv", "--version"]);
}

function succeeds([command = "true", ...args]: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
