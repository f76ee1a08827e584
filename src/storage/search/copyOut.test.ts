import { Pool } from "pg";
import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { copyOut } from "./copyOut.ts";

it("leaves the connection of a stream that is not read to its end to nobody", async () => {
  const { connection, drop } = await freshDatabase();
  const pool = new Pool({ ...connection, max: 1 });
  const many = "SELECT i FROM generate_series(1, 1000000) i";
  let read = 0;
  for await (const rows of copyOut(pool, many, ["int4"])) {
    read = rows.length;
    break;
  }
  expect(read).toBeGreaterThan(0);
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
  await drop();
});

it("keeps the connection of one that is", async () => {
  const { connection, drop } = await freshDatabase();
  const pool = new Pool({ ...connection, max: 1 });
  const idOf = async () => (await pool.query("SELECT pg_backend_pid() AS id")).rows[0].id;
  const before = await idOf();
  const found: unknown[] = [];
  for await (const rows of copyOut(pool, "SELECT i FROM generate_series(1, 3) i", ["int4"]))
    found.push(...rows);
  expect(found).toEqual([[1], [2], [3]]);
  expect(await idOf()).toBe(before);
  await pool.end();
  await drop();
});
