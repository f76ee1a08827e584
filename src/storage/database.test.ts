import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, SERVERS, type TestDatabase } from "../../test/database.ts";
import { nextChange } from "./counters.ts";
import { appendEvent, listEvents } from "./events.ts";
import { databaseFault } from "./faults.ts";
import { inTransaction } from "./transaction.ts";
import { addWorkspace } from "./workspaces.ts";

const WORKSPACE = "01954fd0-0000-7000-8000-000000000001";
const AT = new Date("2026-03-02T09:00:00Z");

describe.each(SERVERS)("the database on $name", ({ name, installed }) => {
  describe.skipIf(!installed)("where it is installed", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await freshDatabase(name);
      const workspace = { id: WORKSPACE, name: "main", kind: "real", baseCurrency: "EUR" } as const;
      await addWorkspace(database.db, workspace, AT);
    });
    afterAll(() => database?.drop());

    it("reads whole numbers as numbers and days as they are written", async () => {
      const answer = await database.pool.query(
        "SELECT 9007199254740991::bigint AS n, '2026-03-29'::date AS day, ARRAY[1, 2]::bigint[] AS list",
      );
      expect(answer.rows).toEqual([{ n: 9007199254740991, day: "2026-03-29", list: [1, 2] }]);
    });

    it("refuses a whole number that it could not read exactly", async () => {
      await expect(database.pool.query("SELECT 9007199254740993::bigint")).rejects.toThrow(/beyond 2\^53/);
    });

    it("repeats the work of a transaction that came second, so that no addition is lost", async () => {
      const add = () =>
        inTransaction(database.db, async (trx) => {
          await sql`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`.execute(trx);
          const row = await trx
            .selectFrom("counter")
            .select("value")
            .where("name", "=", "added")
            .executeTakeFirst();
          const values = { workspace_id: WORKSPACE, name: "added", value: (row?.value ?? 0) + 1 };
          await trx
            .insertInto("counter")
            .values(values)
            .onConflict((c) => c.columns(["workspace_id", "name"]).doUpdateSet({ value: values.value }))
            .execute();
        });
      await Promise.all([add(), add(), add(), add()]);
      const row = await database.db
        .selectFrom("counter")
        .select("value")
        .where("name", "=", "added")
        .executeTakeFirst();
      expect(row?.value).toBe(4);
    });

    it("shows changes in the order of their numbers: no later number is seen before an earlier one", async () => {
      const seen: number[] = [];
      const change = (waitMs: number) =>
        inTransaction(database.db, async (trx) => {
          const number = await nextChange(trx, WORKSPACE);
          await new Promise((resolve) => setTimeout(resolve, waitMs));
          return number;
        }).then((number) => seen.push(number));
      await Promise.all([change(60), change(5), change(30), change(0)]);
      expect(seen).toEqual([1, 2, 3, 4]);
    });

    it("keeps the history of a thing in order, and of that thing alone", async () => {
      const event = (id: number, nounId: string, verb: string) => ({
        id: `01954fd0-0000-7000-8000-00000000010${id}`,
        actor: "owner",
        noun: "brief",
        nounId,
        verb,
        before: null,
        after: { version: id },
        at: AT,
      });
      for (const each of [event(2, "a", "approved"), event(1, "a", "saved"), event(3, "b", "saved")])
        await appendEvent(database.db, WORKSPACE, each);
      const history = await listEvents(database.db, WORKSPACE, "brief", "a");
      expect(history).toEqual([event(1, "a", "saved"), event(2, "a", "approved")]);
    });

    it("says plainly that the disk is full, in the database's own words too", () => {
      const full = Object.assign(new Error("could not extend file: No space left on device"), {
        code: "53100",
      });
      expect(databaseFault(full)).toMatchObject({
        code: "unavailable",
        sentence: { key: "storage.diskFull", values: { reason: full.message } },
      });
      const gone = new Error("Connection terminated unexpectedly");
      expect(databaseFault(gone, () => true)).toMatchObject({ sentence: { key: "storage.diskFull" } });
      expect(databaseFault(gone, () => false)).toMatchObject({ sentence: { key: "storage.gone" } });
    });

    it("says plainly that the database is gone", async () => {
      const lost = await freshDatabase(name);
      const asked = lost.db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(trx);
        await database.pool.query("SELECT pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
        await sql`SELECT 1`.execute(trx);
      });
      await expect(asked).rejects.toMatchObject({ code: "unavailable", sentence: { key: "storage.gone" } });
      await lost.drop();
    });
  });
});
