import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../test/database.ts";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
let database: TestDatabase;
let folder: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "chorale-undo-"));
  const { host = "", port = 5432, user = "", database: name = "" } = database.connection;
  const address = `postgresql:///${name}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`;
  environment = { ...process.env, CHORALE_DATA: join(folder, "data"), DATABASE_URL: address };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A command that keeps its database open never ends: it is killed, and its code is no number. */
const run = (...args: string[]) =>
  new Promise<{ code: unknown; stdout: string }>((resolve) => {
    execFile(process.execPath, [main, ...args], { env: environment, timeout: 15_000 }, (error, stdout) =>
      resolve({ code: error === null ? 0 : error.code, stdout }),
    );
  });

describe("undo and history at the terminal", () => {
  it("end when they are done, and name what was undone", async () => {
    const path = join(folder, "creators.csv");
    writeFileSync(path, "platform,handle,followers\ninstagram,a.cook,4000\ninstagram,b.cook,5000\n");
    expect((await run("import", path)).code).toBe(0);
    expect(await run("undo")).toEqual({ code: 0, stdout: "Undone: Imported creators.csv: 2 rows\n" });
    const history = await run("history");
    expect(history.code).toBe(0);
    expect(history.stdout).toContain("Undone: Imported creators.csv: 2 rows");
  }, 60_000);
});
