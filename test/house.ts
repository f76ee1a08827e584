import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { House } from "../src/app/house.ts";
import { uuidv7 } from "../src/core/ids.ts";
import { addWorkspace, type Workspace } from "../src/storage/workspaces.ts";
import { freshDatabase } from "./database.ts";

export interface TestHouse extends House {
  /** Moves the house's clock, which otherwise stands at 2026-03-02T09:00Z. */
  setNow(now: Date): void;
}

/**
 * A house on a database of its own: a clock that stands still, ids in a fixed order, a data folder that `close`
 * removes together with the database.
 */
export async function testHouse(options: { kind?: Workspace["kind"]; on?: string } = {}): Promise<TestHouse> {
  const { db, pool, connection, drop } = await freshDatabase(options.on);
  const dataDir = mkdtempSync(join(tmpdir(), "chorale-house-"));
  let clock = new Date("2026-03-02T09:00:00Z");
  let ids = 0;
  const newId = () => {
    ids += 1;
    return uuidv7(clock.getTime() + ids, createHash("sha256").update(`${ids}`).digest().subarray(0, 10));
  };
  const kind = options.kind ?? "real";
  const workspace: Workspace = {
    id: newId(),
    name: kind === "demo" ? "demo" : "main",
    kind,
    baseCurrency: "EUR",
  };
  await addWorkspace(db, workspace, clock);
  return {
    workspaceId: workspace.id,
    workspace,
    db,
    pool,
    connection,
    rejectsDir: join(dataDir, "rejects"),
    filesDir: join(dataDir, "files"),
    keysDir: join(dataDir, "keys"),
    now: () => clock,
    newId,
    setNow(now) {
      clock = now;
    },
    async close() {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
