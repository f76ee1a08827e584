import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "./store.ts";

describe("the store", () => {
  it("says plainly that nobody answers at DATABASE_URL, and what to do", async () => {
    const databaseUrl = "postgresql://nobody@127.0.0.1:9/none";
    await expect(openStore({ dataDir: "/nowhere", databaseUrl })).rejects.toMatchObject({
      code: "unavailable",
      sentence: { key: "storage.gone" },
    });
  });

  it("says which folder it cannot write, and why", async () => {
    const folder = mkdtempSync("/tmp/chorale-store-");
    writeFileSync(join(folder, "file"), "");
    const dataDir = join(folder, "file", "data");
    await expect(openStore({ dataDir, databaseUrl: null })).rejects.toMatchObject({
      code: "unavailable",
      sentence: { key: "storage.cannotWrite", values: { folder: dataDir } },
    });
    rmSync(folder, { recursive: true });
  });
});
