import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServerPid } from "../../test/cluster.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

describe("chorale serve", () => {
  let dataDir: string;
  let port: number;
  beforeAll(async () => {
    dataDir = mkdtempSync("/tmp/chorale-serve-");
    port = await freePort();
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const start = (...args: string[]) =>
    spawn(process.execPath, [MAIN, "serve", ...args], { stdio: ["ignore", "pipe", "pipe"] });

  async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
    return { code, said };
  }

  it.each(["0.0.0.0", "::", "192.168.1.2"])("refuses to listen on %s and says why", async (host) => {
    const { code, said } = await ended(start("--host", host, "--data", dataDir));
    expect(code).toBe(1);
    expect(said).toContain(`does not listen on ${host}`);
    expect(said).toContain("nobody signs in yet");
  });

  it.each(["0", "65536", "http", "-1"])("refuses the port %s with its rule", async (text) => {
    const { code, said } = await ended(start(`--port=${text}`, "--data", dataDir));
    expect(code).toBe(2);
    expect(said).toContain("a whole number from 1 to 65535");
  });

  it("serves until it is told to stop, says where it runs to a second one, and leaves no database behind", async () => {
    const server = start("--port", `${port}`, "--data", dataDir);
    const open = await new Promise<string>((resolve) =>
      server.stdout.once("data", (chunk) => resolve(`${chunk}`)),
    );
    expect(open).toContain(`http://127.0.0.1:${port}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/status`);
    expect(await answer.json()).toEqual({ name: "chorale" });

    const second = await ended(start("--port", `${port}`, "--data", dataDir));
    expect(second.code).toBe(1);
    expect(second.said).toMatch(new RegExp(`already runs on port ${port}.*--port \\d+`));

    server.kill("SIGTERM");
    expect((await ended(server)).code).toBe(0);
    expect(readServerPid(join(dataDir, "postgres"))).toBeNull();
  });

  it("opens the workspace it is given, made when it is not there, and refuses a name that is none", async () => {
    const server = start("--port", `${port}`, "--data", dataDir, "--workspace", "spring", "--json");
    const open = await new Promise<string>((resolve) =>
      server.stdout.once("data", (chunk) => resolve(`${chunk}`)),
    );
    expect(JSON.parse(open)).toEqual({ address: `http://127.0.0.1:${port}/spring/sense` });
    const listed = await fetch(`http://127.0.0.1:${port}/api/v1/workspaces?workspace=spring`);
    expect(JSON.stringify(await listed.json())).toContain('"spring"');
    server.kill("SIGTERM");
    expect((await ended(server)).code).toBe(0);

    const refused = await ended(start("--data", dataDir, "--workspace", "Bad Name"));
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('"Bad Name" is no name for a workspace');
  });

  it("names a free port when another program has this one", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const taken = (other.address() as AddressInfo).port;
    const { code, said } = await ended(start("--port", `${taken}`, "--data", dataDir));
    other.close();
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`port ${taken} is taken by another program: use --port \\d+`));
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
