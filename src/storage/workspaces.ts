import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Db } from "./database.ts";

/** Everything belongs to one workspace; the demo market has its own, so that it never mixes with real creators. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly kind: "real" | "demo";
  readonly baseCurrency: string;
}

export async function findWorkspace(db: Db, name: string): Promise<Workspace | null> {
  return (await workspaces(db).where("name", "=", name).executeTakeFirst()) ?? null;
}

export function selectWorkspaces(db: Db): Promise<Workspace[]> {
  return workspaces(db).orderBy("name").execute();
}

function workspaces(db: Db) {
  return db.selectFrom("workspace").select(["id", "name", "kind", "base_currency as baseCurrency"]);
}

/** First parts of addresses at which the server answers itself: pages of such a workspace could not be opened. */
const TAKEN_BY_THE_SERVER = ["api", "assets"];

/** Adds a workspace; one of that name that is already there stays as it is. Throws bad-input for an unusable name. */
export async function addWorkspace(db: Db, workspace: Workspace, now: Date): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(workspace.name)) {
    throw new ChoraleError(
      "bad-input",
      sentence("storage.workspaceName", { name: workspace.name }),
      "workspace",
    );
  }
  if (TAKEN_BY_THE_SERVER.includes(workspace.name)) {
    throw new ChoraleError(
      "bad-input",
      sentence("storage.workspaceTaken", { name: workspace.name }),
      "workspace",
    );
  }
  await db
    .insertInto("workspace")
    .values({
      id: workspace.id,
      name: workspace.name,
      kind: workspace.kind,
      base_currency: workspace.baseCurrency,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
}

/** Removes a workspace that nothing refers to; any other stays as it is. */
export async function removeUnusedWorkspace(db: Db, id: string): Promise<void> {
  // What it holds refers to it, so the database itself refuses; one that is gone has nothing to tidy.
  await db
    .deleteFrom("workspace")
    .where("id", "=", id)
    .execute()
    .catch(() => {});
}
