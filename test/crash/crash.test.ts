import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHouses } from "../../src/app/openHouses.ts";
import { Random } from "../../src/core/random.ts";
import { readServerPid } from "../cluster.ts";

const WRITER = fileURLToPath(new URL("writer.js", import.meta.url));

describe("kill -9", () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync("/tmp/chorale-crash-");
  });
  afterAll(() => {
    const server = readServerPid(join(dataDir, "postgres"));
    if (server !== null) process.kill(server, "SIGQUIT");
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  /** Starts a writer, kills it that long after its first row, and gives the number of the last acknowledged one. */
  function writeUntilKilled(first: number, ms: number, beforeKill: () => void): Promise<number> {
    return new Promise((resolve, reject) => {
      const writer = spawn(process.execPath, [WRITER, dataDir, `${first}`], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      let said = "";
      let complaint = "";
      writer.stdout.on("data", (chunk) => {
        if (said === "") {
          setTimeout(() => {
            beforeKill();
            writer.kill("SIGKILL");
          }, ms);
        }
        said += chunk;
      });
      writer.stderr.on("data", (chunk) => {
        complaint += chunk;
      });
      writer.on("error", reject);
      writer.on("close", () => {
        if (said === "") reject(new Error(`no row was acknowledged: ${complaint}`));
        // A line that was cut off was not acknowledged.
        else resolve(Number(said.slice(0, said.lastIndexOf("\n")).split("\n").at(-1)));
      });
    });
  }

  async function storedNumbers(): Promise<Set<number>> {
    const houses = await openHouses({ dataDir, keysDir: "", databaseUrl: null }, () => new Date());
    try {
      const { db } = await houses.open("main");
      const rows = await db.selectFrom("event").select("noun_id").where("actor", "=", "crash").execute();
      return new Set(rows.map((row) => Number(row.noun_id)));
    } finally {
      await houses.close();
    }
  }

  const missingUpTo = (last: number, stored: ReadonlySet<number>) =>
    Array.from({ length: last }, (_, i) => i + 1).filter((number) => !stored.has(number));

  it("of the program, twenty times, loses no acknowledged row, and each start adopts the live server", async () => {
    const random = new Random(20);
    const servers = new Set<number | null>();
    let last = 0;
    for (let round = 0; round < 20; round++) {
      last = await writeUntilKilled(last + 1, random.below(250), () => {});
      servers.add(readServerPid(join(dataDir, "postgres")));
    }
    const stored = await storedNumbers();
    expect(missingUpTo(last, stored)).toEqual([]);
    // At most the row that was being written when the last kill came is there without its acknowledgement.
    expect(stored.size - last).toBeLessThanOrEqual(1);
    expect(servers.size).toBe(1);
    process.stdout.write(`20 kills: ${last} acknowledged rows, 0 lost, 1 server\n`);
  }, 180_000);

  it("of the database server too, loses no acknowledged row, and each start recovers", async () => {
    const random = new Random(6);
    let last = Math.max(0, ...(await storedNumbers()));
    const before = last;
    for (let round = 0; round < 6; round++) {
      last = await writeUntilKilled(last + 1, 50 + random.below(250), () => {
        process.kill(readServerPid(join(dataDir, "postgres")) ?? 0, "SIGKILL");
      });
    }
    const stored = await storedNumbers();
    expect(missingUpTo(last, stored)).toEqual([]);
    process.stdout.write(`6 kills of program and server: ${last - before} acknowledged rows, 0 lost\n`);
  }, 180_000);
});
