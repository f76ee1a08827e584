import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../test/database.ts";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
let database: TestDatabase;
let folder: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "chorale-cli-"));
  const { host = "", port = 5432, user = "", database: name = "" } = database.connection;
  const address = `postgresql:///${name}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`;
  environment = { ...process.env, CHORALE_DATA: join(folder, "data"), DATABASE_URL: address };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const run = (...args: string[]) => runWith({}, ...args);

function runWith(
  extra: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...environment, ...extra };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, "import", ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const accounts = async () =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM account`.execute(database.db)).rows[0]?.n;

describe("chorale import", () => {
  it("prints one document, with accepted + rejected = rows, and where the rejects are", async () => {
    const path = write("tiktok-fair.csv", "handle,followers\nquiet.kiln,1.2万\nslow.oven,-4\n");
    const { code, stdout, stderr } = await run(path, "--json");
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      files: [
        {
          file: path,
          as: "creators",
          platform: "tiktok",
          platformFrom: "path",
          rows: 2,
          accepted: 1,
          rejected: 1,
          unchanged: 0,
        },
      ],
    });
    expect(existsSync(document.files[0].rejectsFile)).toBe(true);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("refuses a whole file in one line, and says which files were in before it", async () => {
    const good = write("tiktok-good.csv", "handle,followers\nlate.bread,5\n");
    const bad = write("tiktok-bad.csv", "handle,followers\n");
    const { code, stdout, stderr } = await run(good, bad, "--json");
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([`chorale: ${bad}: there is a header at most, and no row`]);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: "bad-input", at: bad },
      files: [{ file: good, accepted: 1 }],
    });
  });

  it("keeps a row whose price has no currency, notes it, and prices it with --currency", async () => {
    const path = write("tiktok-prices.csv", "handle,followers,price\nblue.kiln,5,300\n");
    const noted = await run(path, "--json");
    expect(JSON.parse(noted.stdout).files).toMatchObject([
      { accepted: 1, rejected: 0, notes: [{ column: "price", rows: 1, firstLine: 2 }] },
    ]);
    expect(noted.stderr).toBe("");
    const priced = await run(path, "--currency", "eur", "--json");
    expect(JSON.parse(priced.stdout).files).toMatchObject([{ accepted: 1, unchanged: 0, notes: [] }]);
    expect((await run(path, "--currency", "XXQ")).code).toBe(2);
  });

  it("says in one line that a data folder cannot be one, and draws nothing where nobody looks", async () => {
    const file = write("in-the-way", "");
    const path = write("tiktok-any.csv", "handle,followers\nany.kiln,5\n");
    const { code, stderr } = await runWith({ CHORALE_DATA: file }, path);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^chorale: the data folder .*in-the-way cannot be made: .* is a file\..*\n$/);
  });

  it("says that the mapping file is not there, not that it cannot be read", async () => {
    const path = write("tiktok-mapped.csv", "handle,followers\nmapped.kiln,5\n");
    const { code, stderr } = await run(path, "--mapping", join(folder, "none.yaml"));
    expect([code, stderr]).toEqual([1, `chorale: ${join(folder, "none.yaml")}: there is no such file\n`]);
  });

  it("calls a wrong flag wrong usage", async () => {
    expect((await run("a.csv", "--as", "poems")).code).toBe(2);
    expect((await run()).code).toBe(2);
  });

  it("leaves nothing of a file whose import is killed, and takes it whole the next time", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `maker${i},${i === 3 ? "many" : i}`);
    const path = write("tiktok-large.csv", `handle,followers\n${rows.join("\n")}\n`);
    const before = await accounts();
    const child = spawn(process.execPath, [main, "import", path], { env: environment, stdio: "ignore" });
    await wrote(child, join(folder, "data", "rejects"));
    child.kill("SIGKILL");
    await once(child, "close");
    expect(child.signalCode).toBe("SIGKILL");
    await pause(500);
    expect(await accounts()).toBe(before);
    const { stdout } = await run(path, "--json");
    expect(JSON.parse(stdout).files).toMatchObject([
      { rows: 20_000, accepted: 19_999, rejected: 1, unchanged: 0 },
    ]);
    expect(await accounts()).toBe((before ?? 0) + 19_999);
  });
});

/** Waits until the running import has handed a batch to the database: its rejects have begun to be written. */
async function wrote(child: ChildProcess, rejects: string): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    if (existsSync(rejects) && readdirSync(rejects).some((name) => name.endsWith(".partial"))) return;
    if (child.exitCode !== null) throw new Error("the import ended before it could be killed");
    await pause(20);
  }
  throw new Error("the import wrote nothing in 12 s");
}
