import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
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

  it.each(["mysql://x", "localhost:5432/name", "/var/run/postgresql", "postgres://host:99999/name"])(
    "refuses %s as DATABASE_URL, without repeating it",
    async (databaseUrl) => {
      const refusal = await openStore({ dataDir: "/nowhere", databaseUrl }).catch((caught) => caught);
      expect(refusal).toMatchObject({
        code: "refused",
        sentence: { key: "storage.noAddress" },
        at: "DATABASE_URL",
      });
      expect(refusal.message).not.toContain(databaseUrl);
    },
  );

  it("refuses a PostgreSQL older than 15, saying its version", async () => {
    const old = await oldServer("14.12");
    const { port } = old.address() as AddressInfo;
    const databaseUrl = `postgresql://nobody@127.0.0.1:${port}/none`;
    await expect(openStore({ dataDir: "/nowhere", databaseUrl })).rejects.toMatchObject({
      code: "refused",
      sentence: { key: "storage.tooOld", values: { version: "14.12", min: 15 } },
      at: "DATABASE_URL",
    });
    old.close();
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
      sentence: { key: "storage.fileInTheWay", values: { folder: dataDir } },
    });
    rmSync(folder, { recursive: true });
  });
});

/** Answers every query with one row of one column, the version: as much of the wire protocol as asking for it takes. */
function oldServer(version: string): Promise<Server> {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
  const int32 = (value: number) => Buffer.concat([int16(value >>> 16), int16(value & 0xffff)]);
  const ready = message("Z", Buffer.from("I"));
  const TEXT = 25;
  const column = [
    Buffer.from("version\0"),
    int32(0),
    int16(0),
    int32(TEXT),
    int16(0xffff),
    int32(-1),
    int16(0),
  ];
  const answer = Buffer.concat([
    message("T", Buffer.concat([int16(1), ...column])),
    message("D", Buffer.concat([int16(1), int32(version.length), Buffer.from(version)])),
    message("C", Buffer.from("SELECT 1\0")),
    ready,
  ]);
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int32(0)), ready]));
      socket.on("data", (asked) => asked[0] === "Q".charCodeAt(0) && socket.write(answer));
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
