import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyDatabase, SERVERS } from "../../test/database.ts";
import { openStore } from "./store.ts";

describe("the store", () => {
  it("says plainly that nobody answers at DATABASE_URL, and what to do", async () => {
    const databaseUrl = "postgresql://nobody@127.0.0.1:9/none";
    await expect(openStore({ dataDir: "/nowhere", databaseUrl })).rejects.toMatchObject({
      code: "unavailable",
      sentence: { key: "storage.gone" },
    });
  });

  it.for(SERVERS)(
    "opens the database at an address on $name and migrates it",
    async ({ name, installed }, { skip }) => {
      skip(!installed);
      const empty = await emptyDatabase(name);
      const { host, user, database } = empty.connection;
      const databaseUrl = `postgresql://${user}@/${database}?host=${encodeURIComponent(host ?? "")}`;
      const store = await openStore({ dataDir: "/nowhere", databaseUrl });
      expect(await store.db.selectFrom("workspace").selectAll().execute()).toEqual([]);
      await store.close();
      await empty.drop();
    },
  );

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
