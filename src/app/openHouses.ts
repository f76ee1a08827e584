import { join } from "node:path";
import type { Config } from "#config";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { openStore, type Store } from "#storage/store";
import { addWorkspace, findWorkspace, removeUnusedWorkspace } from "#storage/workspaces";
import type { House } from "./house.ts";
import { idMaker } from "./newId.ts";

/** Every workspace of one database, open for as long as a process needs it. */
export interface Houses {
  /** Throws not-found for a workspace that nobody made. */
  open(workspace: string): Promise<House>;
  /**
   * Opens it, made first when it is not there; closing what was made takes it away again when nothing came into it.
   * Throws bad-input for an unusable name.
   */
  openOrMake(workspace: string): Promise<House>;
  close(): Promise<void>;
}

export const MAIN = "main";
/** The seeded market. Its kind, not its name, is what pages and exports look at for the watermark. */
export const DEMO = "demo";

/** Opens the database, starting the embedded PostgreSQL when none is live, with the workspaces `main` and `demo`. */
export async function openHouses(config: Config, now: () => Date): Promise<Houses> {
  const newId = idMaker(now);
  let store = await openStore(config);

  const make = (name: string) =>
    addWorkspace(
      store.db,
      { id: newId(), name, kind: name === DEMO ? "demo" : "real", baseCurrency: "EUR" },
      now(),
    );
  const open = async (name: string): Promise<House> => {
    const workspace = await findWorkspace(store.db, name);
    if (!workspace) {
      throw new ChoraleError("not-found", sentence("storage.noWorkspace", { name }), "workspace");
    }
    return {
      workspaceId: workspace.id,
      workspace,
      db: store.db,
      pool: store.pool,
      connection: store.connection,
      rejectsDir: join(config.dataDir, "rejects"),
      filesDir: join(config.dataDir, "files"),
      keysDir: config.keysDir,
      now,
      newId,
      close: async () => {},
    };
  };

  try {
    for (const name of [MAIN, DEMO]) if (!(await findWorkspace(store.db, name))) await make(name);
  } catch (caught) {
    await store.close();
    throw caught;
  }

  let reopening: Promise<Store> | null = null;
  /** A server that died is started again, once for all who wait for it. */
  const reopen = async () => {
    reopening ??= store
      .close()
      .catch(() => {})
      .then(() => openStore(config))
      .finally(() => {
        reopening = null;
      });
    store = await reopening;
  };

  return {
    async open(name) {
      try {
        return await open(name);
      } catch (caught) {
        if (!(caught instanceof ChoraleError) || caught.code !== "unavailable") throw caught;
        await reopen();
        return open(name);
      }
    },
    async openOrMake(name) {
      if (await findWorkspace(store.db, name)) return open(name);
      await make(name);
      const house = await open(name);
      return { ...house, close: () => removeUnusedWorkspace(house.db, house.workspaceId) };
    },
    close: () => store.close(),
  };
}
