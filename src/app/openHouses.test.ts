import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nextNumber } from "#storage/counters";
import { readServerPid } from "../../test/cluster.ts";
import { type Houses, openHouses } from "./openHouses.ts";

const now = () => new Date("2026-03-02T09:00:00Z");

describe("the houses of one database", () => {
  let dataDir: string;
  let houses: Houses;
  beforeEach(async () => {
    dataDir = mkdtempSync("/tmp/chorale-houses-");
    houses = await openHouses({ dataDir, keysDir: join(dataDir, "keys"), databaseUrl: null }, now);
  });
  afterEach(async () => {
    await houses.close();
    rmSync(dataDir, { recursive: true });
  });

  it("have main for real creators and demo for the seeded market from the start", async () => {
    expect((await houses.open("main")).workspace.kind).toBe("real");
    expect((await houses.open("demo")).workspace.kind).toBe("demo");
  });

  it("do not make a workspace because somebody asked for it, unless told to", async () => {
    await expect(houses.open("spring-2026")).rejects.toMatchObject({ code: "not-found", at: "workspace" });
    const made = await houses.openOrMake("spring-2026");
    expect((await houses.open("spring-2026")).workspaceId).toBe(made.workspaceId);
    await expect(houses.openOrMake("../demo")).rejects.toMatchObject({ code: "bad-input" });
    for (const name of ["api", "assets"]) {
      const refusal = { code: "bad-input", sentence: { key: "storage.workspaceTaken", values: { name } } };
      await expect(houses.openOrMake(name)).rejects.toMatchObject(refusal);
    }
  });

  it("keep a new workspace only when something has come into it", async () => {
    const unused = await houses.openOrMake("a-slip");
    await unused.close();
    await expect(houses.open("a-slip")).rejects.toMatchObject({ code: "not-found" });
    const used = await houses.openOrMake("autumn");
    await nextNumber(used.db, used.workspaceId, "import");
    await used.close();
    expect((await houses.open("autumn")).workspaceId).toBe(used.workspaceId);
  });

  it("start the server again when it was killed", async () => {
    const pid = readServerPid(join(dataDir, "postgres"));
    process.kill(pid ?? 0, "SIGKILL");
    const again = await Promise.all([houses.open("main"), houses.open("demo")]);
    expect(again.map((house) => house.workspace.name)).toEqual(["main", "demo"]);
    expect(readServerPid(join(dataDir, "postgres"))).not.toBe(pid);
  });

  it("stop the server they started when they close, and leave nothing running", async () => {
    expect(readServerPid(join(dataDir, "postgres"))).not.toBeNull();
    await houses.close();
    expect(readServerPid(join(dataDir, "postgres"))).toBeNull();
  });
});
