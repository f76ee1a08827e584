import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Random } from "#core/random";
import { readServerPid } from "../../../test/cluster.ts";
import { embeddedBinaries } from "./binaries.ts";
import { type LiveServer, launch } from "./launch.ts";

describe("the launcher", () => {
  let dataDir: string;
  let folder: string;
  let joined: LiveServer[];
  beforeEach(() => {
    dataDir = mkdtempSync("/tmp/chorale-launch-");
    folder = join(dataDir, "postgres");
    joined = [];
  });
  afterEach(async () => {
    for (const server of joined) await server.leave();
    const left = readServerPid(folder);
    if (left !== null && existsSync(join(folder, "PG_VERSION"))) process.kill(left, "SIGQUIT");
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  const start = async (at = folder) => {
    const server = await launch({ folder: at, binaries: embeddedBinaries, settings: { fsync: "off" } });
    joined.unshift(server);
    return server;
  };

  it("starts one server for three starts at once, and no cluster is left over", async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(servers.filter((server) => server.started).length).toBe(1);
    expect(readdirSync(dataDir)).toEqual(["postgres"]);
  });

  it("listens on no network address and keeps others out of its folder", async () => {
    const { connection } = await start();
    const client = new pg.Client(connection);
    await client.connect();
    const answer = await client.query("SHOW listen_addresses");
    await client.end();
    expect(answer.rows).toEqual([{ listen_addresses: "" }]);
    expect(statSync(connection.host ?? "").mode & 0o077).toBe(0);
  });

  it("is stopped by the last one out, whoever started it", async () => {
    const first = await start();
    const second = await start();
    expect([first.started, second.started]).toEqual([true, false]);
    expect(await first.leave()).toBe(false);
    expect(readServerPid(folder)).not.toBeNull();
    expect(await second.leave()).toBe(true);
    expect(readServerPid(folder)).toBeNull();
  });

  it("leaves the server to a plain client that is connected", async () => {
    const server = await start();
    const client = new pg.Client({ ...server.connection, application_name: "psql" });
    await client.connect();
    expect(await server.leave()).toBe(false);
    await client.end();
  });

  it("never cuts off a start by a stop: commands that come and go at once all get their answer", async () => {
    const random = new Random(3);
    const comeAndGo = async () => {
      for (let round = 0; round < 5; round++) {
        const server = await start();
        const client = new pg.Client(server.connection);
        await client.connect();
        await client.query("SELECT pg_sleep($1)", [random.uniform() / 50]);
        await client.end();
        await server.leave();
      }
    };
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()]);
    expect(readServerPid(folder)).toBeNull();
    joined = [];
  }, 60_000);

  it("recovers from a killed server", async () => {
    const server = await start();
    process.kill(readServerPid(folder) ?? 0, "SIGKILL");
    const again = await start();
    expect(again.started).toBe(true);
    await server.leave();
  });

  it("starts over a postmaster.pid whose number now belongs to another program", async () => {
    const server = await start();
    await server.leave();
    joined = [];
    writeFileSync(join(folder, "postmaster.pid"), `${process.pid}\n${folder}\n1\n5432\n\n\n0 0\nready\n`);
    expect((await start()).started).toBe(true);
  });

  it("sweeps away a cluster that a crash left half-made, and makes a whole one", async () => {
    // No process has a number this large.
    const unfinished = join(dataDir, "postgres.unfinished-4194999-1");
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, "PG_VERSION"), "18");
    await start();
    expect(readdirSync(dataDir)).toEqual(["postgres"]);
  });

  it("refuses a folder that holds something else, and touches nothing in it", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "letters.txt"), "keep");
    await expect(start()).rejects.toMatchObject({
      code: "unavailable",
      sentence: { key: "storage.notACluster" },
    });
    expect(readdirSync(folder)).toEqual(["letters.txt"]);
  });

  it("says PostgreSQL's own reason when it cannot start", async () => {
    await (await start()).leave();
    joined = [];
    writeFileSync(join(folder, "postgresql.conf"), "shared_buffers = 'much'\n");
    await expect(start()).rejects.toMatchObject({
      code: "unavailable",
      sentence: { key: "storage.startFailed", values: { reason: expect.stringContaining("FATAL") } },
    });
  }, 30_000);

  it("runs in a folder whose name is long and awkward, with its socket in a short one", async () => {
    folder = join(dataDir, `it's a "long" $HOME ${"x".repeat(80)}`, "postgres");
    const server = await start();
    expect(server.connection.host).toMatch(/^\/tmp\/chorale-[0-9a-f]{16}$/);
    await server.leave();
    rmSync(server.connection.host ?? "", { recursive: true });
  });

  it("does not trust a short socket folder that others may enter", async () => {
    folder = join(dataDir, "x".repeat(90), "postgres");
    const first = await start();
    const socketFolder = first.connection.host ?? "";
    await first.leave();
    joined = [];
    rmSync(socketFolder, { recursive: true });
    mkdirSync(socketFolder, { mode: 0o777 });
    await expect(start())
      .rejects.toMatchObject({ sentence: { key: "storage.socketFolder" } })
      .finally(() => rmSync(socketFolder, { recursive: true }));
  });
});
