import { sql } from "kysely";
import type { Post } from "#core/catalog/creator";
import type { PostFigures } from "#core/catalog/discovery/figureOrigins";
import type { PostText } from "#core/catalog/import/storedFigures";
import { type Among, amongCondition } from "./among.ts";
import { keepBefore } from "./changes.ts";
import type { Db } from "./database.ts";
import { insertRecords } from "./insertRecords.ts";
import type { Stored } from "./snapshots.ts";

/** A post to be stored; `id` is the stored post's when only its figures are new. */
export interface NewPost extends Stored<Post> {
  readonly id: string;
  readonly isKnown: boolean;
}

export async function addPosts(db: Db, workspaceId: string, posts: readonly NewPost[]): Promise<void> {
  await insertRecords(
    db,
    "post",
    {
      workspace_id: "uuid",
      id: "uuid",
      account_id: "uuid",
      external_key: "text",
      format: "text",
      posted_at: "timestamptz",
      tags: "text[]",
      sponsored: "boolean",
      caption: "text",
    },
    posts
      .filter(({ isKnown }) => !isKnown)
      .map(({ id, accountId, figure }) => ({
        workspace_id: workspaceId,
        id,
        account_id: accountId,
        external_key: figure.externalKey,
        format: figure.format,
        posted_at: new Date(figure.postedAtMs).toISOString(),
        tags: figure.tags,
        sponsored: figure.sponsored,
        caption: figure.caption,
      })),
  );
  await insertRecords(
    db,
    "post_metric",
    {
      workspace_id: "uuid",
      post_id: "uuid",
      observed_on: "date",
      source_id: "uuid",
      views: "bigint",
      likes: "bigint",
      comments: "bigint",
      shares: "bigint",
      saves: "bigint",
      extra: "jsonb",
    },
    posts.map(({ id, sourceId, figure }) => ({
      workspace_id: workspaceId,
      post_id: id,
      observed_on: figure.observedOn,
      source_id: sourceId,
      views: figure.views,
      likes: figure.likes,
      comments: figure.comments,
      shares: figure.shares,
      saves: figure.saves,
      extra: figure.extra,
    })),
  );
}

type PostRow = {
  id: string;
  account_id: string;
  external_key: string;
  format: string;
  posted_at: Date;
  tags: string[];
  sponsored: boolean | null;
  caption: string | null;
  observed_on: string;
  extra: Post["extra"];
} & Record<"views" | "likes" | "comments" | "shares" | "saves", number | null>;

/** Posts with these keys as they were seen, newest sight first, with the ids under which they are stored. */
export async function findPosts(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  keys: readonly string[],
  among: Among,
): Promise<{ readonly id: string; readonly accountId: string; readonly post: Post }[]> {
  const { rows } = await sql<PostRow>`
    SELECT p.id, p.account_id, p.external_key, p.format, p.posted_at, p.tags, p.sponsored, p.caption, f.observed_on,
           f.views, f.likes, f.comments, f.shares, f.saves, f.extra
    FROM post p JOIN post_metric f ON f.workspace_id = p.workspace_id AND f.post_id = p.id
    WHERE p.workspace_id = ${workspaceId} AND p.account_id = ANY(${accountIds}::uuid[])
      AND p.external_key = ANY(${keys}::text[]) AND ${amongCondition(among, "post_metric", sql`n.post_id = f.post_id`)}
    ORDER BY f.observed_on DESC`.execute(db);
  return rows.map((row) => ({ id: row.id, accountId: row.account_id, post: postOf(row) }));
}

/** A post as it is stored, whoever saw it. */
export interface StoredPost extends PostText {
  readonly id: string;
  readonly accountId: string;
  readonly externalKey: string;
}

/** The posts with these keys. */
export async function storedPosts(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  keys: readonly string[],
): Promise<StoredPost[]> {
  const { rows } = await sql<StoredPost>`
    SELECT id, account_id AS "accountId", external_key AS "externalKey", tags, sponsored, caption FROM post
    WHERE workspace_id = ${workspaceId} AND account_id = ANY(${accountIds}::uuid[])
      AND external_key = ANY(${keys}::text[])`.execute(db);
  return rows;
}

/** Says of stored posts what was not known of them, and of what they say of brands whether it was paid. */
export async function fillPosts(
  db: Db,
  workspaceId: string,
  posts: readonly (PostText & { readonly id: string })[],
): Promise<void> {
  if (posts.length === 0) return;
  const ids = sql`${posts.map(({ id }) => id)}::uuid[]`;
  await keepBefore(db, workspaceId, "post", sql`t.id = ANY(${ids})`);
  await sql`
    UPDATE post p SET tags = n.tags, sponsored = n.sponsored, caption = n.caption
    FROM json_populate_recordset(NULL::post, ${JSON.stringify(posts).replaceAll("\\u0000", "")}::json) n
    WHERE p.workspace_id = ${workspaceId} AND p.id = n.id`.execute(db);
  const told = sql`t.post_id = ANY(${ids}) AND t.paid IS NULL AND EXISTS (SELECT 1 FROM post p
    WHERE p.workspace_id = t.workspace_id AND p.id = t.post_id AND p.sponsored IS NOT NULL)`;
  await keepBefore(db, workspaceId, "collaboration", told);
  await sql`
    UPDATE collaboration t SET paid = (SELECT p.sponsored FROM post p
      WHERE p.workspace_id = t.workspace_id AND p.id = t.post_id)
    WHERE t.workspace_id = ${workspaceId} AND ${told}`.execute(db);
}

/** The newest posts of each of some accounts, each with its newest figures. */
export async function newestPostsOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  postsPerAccount: number,
): Promise<Map<string, Post[]>> {
  const { rows } = await sql<PostRow>`
    SELECT p.id, p.account_id, p.external_key, p.format, p.posted_at, p.tags, p.sponsored, p.caption, m.observed_on,
           m.views, m.likes, m.comments, m.shares, m.saves, m.extra
    ${newestPosts(workspaceId, accountIds, postsPerAccount)}
    ORDER BY p.posted_at DESC, p.id`.execute(db);
  const found = new Map<string, Post[]>();
  for (const row of rows) {
    const list = found.get(row.account_id) ?? [];
    list.push(postOf(row));
    found.set(row.account_id, list);
  }
  return found;
}

/** The same posts by their figures alone, in no order: their texts are most of what there is to read. */
export async function newestFiguresOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  postsPerAccount: number,
): Promise<Map<string, PostFigures[]>> {
  const { rows } = await sql<PostFigures & { accountId: string }>`
    SELECT p.account_id AS "accountId", (extract(epoch FROM p.posted_at) * 1000)::float8 AS "postedAtMs",
           m.observed_on AS "observedOn", m.views, m.likes, m.comments, m.saves, p.sponsored
    ${newestPosts(workspaceId, accountIds, postsPerAccount)}`.execute(db);
  const found = new Map<string, PostFigures[]>();
  for (const { accountId, ...figures } of rows) {
    const list = found.get(accountId) ?? [];
    list.push(figures);
    found.set(accountId, list);
  }
  return found;
}

/** Each account's newest posts as `p`, each with its newest figures as `m`. */
function newestPosts(workspaceId: string, accountIds: readonly string[], postsPerAccount: number) {
  return sql`FROM (
      SELECT *, row_number() OVER (PARTITION BY account_id ORDER BY posted_at DESC, id) AS place FROM post
      WHERE workspace_id = ${workspaceId} AND account_id = ANY(${accountIds}::uuid[])
    ) p
    JOIN LATERAL (
      SELECT * FROM post_metric f WHERE f.workspace_id = p.workspace_id AND f.post_id = p.id
      ORDER BY f.observed_on DESC, f.source_id LIMIT 1
    ) m ON true
    WHERE p.place <= ${postsPerAccount}`;
}

function postOf(row: PostRow): Post {
  const { views, likes, comments, shares, saves, tags, sponsored, caption, format } = row;
  return {
    externalKey: row.external_key,
    format,
    postedAtMs: row.posted_at.getTime(),
    observedOn: row.observed_on,
    views,
    likes,
    comments,
    shares,
    saves,
    tags,
    sponsored,
    caption,
    extra: row.extra,
  };
}
