import { type RawBuilder, sql } from "kysely";
import type { Identity, TracesToFind } from "#core/catalog/duplicates";
import type { Db } from "./database.ts";

/** What tells creators of a workspace from each other: of all, of one, or of whoever may share a trace that is looked for. */
export async function selectIdentities(
  db: Db,
  workspaceId: string,
  whom: { readonly creatorId: string } | TracesToFind | null = null,
): Promise<Identity[]> {
  const ids =
    whom === null
      ? sql`true`
      : sql`c.id IN (${"creatorId" in whom ? sql`${whom.creatorId}::uuid` : sharing(workspaceId, whom)})`;
  const { rows: accounts } = await sql<{ creatorId: string; name: string } & Identity["accounts"][number]>`
    SELECT c.id AS "creatorId", c.display_name AS name, a.platform, a.handle, a.external_id AS "externalId", a.city, a.bio
    FROM creator c JOIN account a ON a.workspace_id = c.workspace_id AND a.creator_id = c.id
    WHERE c.workspace_id = ${workspaceId} AND ${ids} ORDER BY c.id, a.id`.execute(db);
  const { rows: contacts } = await sql<{ creatorId: string } & Identity["contacts"][number]>`
    SELECT c.creator_id AS "creatorId", c.kind, c.value, c.holder
    FROM (SELECT t.creator_id, t.creator_id AS id, t.kind, t.value, t.holder FROM contact t WHERE t.workspace_id = ${workspaceId}) c WHERE ${ids}`.execute(
    db,
  );
  type Gathered = {
    creatorId: string;
    name: string;
    accounts: Identity["accounts"][number][];
    contacts: Identity["contacts"][number][];
  };
  const found = new Map<string, Gathered>();
  for (const { creatorId, name, ...account } of accounts) {
    const known = found.get(creatorId);
    if (known) known.accounts.push(account);
    else found.set(creatorId, { creatorId, name, accounts: [account], contacts: [] });
  }
  for (const { creatorId, ...contact } of contacts) found.get(creatorId)?.contacts.push(contact);
  return [...found.values()];
}

function sharing(
  workspaceId: string,
  { handleKeys, externalIds, names, texts }: TracesToFind,
): RawBuilder<unknown> {
  // LIKE's own signs are plain letters here.
  const patterns = texts.map((text) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  const numbers = texts.filter((text) => /^[0-9]{7,}$/.test(text)).map((text) => `%${text}`);
  return sql`
    SELECT a.creator_id FROM account a
    WHERE a.workspace_id = ${workspaceId} AND (a.handle_key = ANY(${handleKeys}::text[])
      OR a.external_id = ANY(${externalIds}::text[]) OR lower(a.bio) LIKE ANY(${patterns}::text[]))
    UNION SELECT n.id FROM creator n
    WHERE n.workspace_id = ${workspaceId} AND lower(n.display_name) IN (
      SELECT lower(name) FROM unnest(${names}::text[]) name)
    UNION SELECT t.creator_id FROM contact t
    WHERE t.workspace_id = ${workspaceId} AND (lower(t.value) LIKE ANY(${patterns}::text[])
      OR regexp_replace(t.value, '[^0-9]', '', 'g') LIKE ANY(${numbers}::text[]))`;
}
