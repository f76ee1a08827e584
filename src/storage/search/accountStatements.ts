import { POSTS_PER_ACCOUNT } from "#core/catalog/recentPosts";
import type { ColumnKind, Row } from "./copyOut.ts";

// What a search knows of accounts, each statement in the order of account ids, so that they can be read side by side. An
// index has that order already. Within an account the few rows are sorted where they arrive, and a source is told by its
// id: sorting and joining millions of rows here took twice as long as reading them.

/** Which accounts of a workspace: these; null: all, from one id on and before another, where they are given. */
export interface Which {
  readonly workspaceId: string;
  readonly accountIds: readonly string[] | null;
  readonly from?: string;
  readonly before?: string;
}

/** A statement, the columns it answers, first the account's key. */
export interface Statement<C extends readonly ColumnKind[]> {
  readonly columns: C;
  readonly text: (which: Which) => string;
}
export type RowOf<S> = S extends Statement<infer C> ? Row<C> : never;

export const ACCOUNTS = statement(
  ["key", "key", "text", "word", "text", "word", "word", "word", "text", "texts", "text"],
  (which) => `
    SELECT a.id, c.id, c.display_name, a.platform, a.handle, a.country, a.city, a.language, a.bio, a.topics, a.external_id
    FROM account a JOIN creator c ON c.workspace_id = a.workspace_id AND c.id = a.creator_id
    WHERE a.workspace_id = ${id(which.workspaceId)} AND ${among(which, "a.id")}
    ORDER BY a.id`,
);

/** Every source that nobody took back. */
export const SOURCES = statement(
  ["key", "word", "word", "word"],
  ({ workspaceId }) => `
    SELECT s.id, s.method, s.label, s.trust FROM source s
    WHERE s.workspace_id = ${id(workspaceId)} AND s.removed_at IS NULL`,
);

export const SNAPSHOTS = statement(
  [
    ...(["key", "key", "day"] as const),
    ...(["int8", "int8", "int8", "int8"] as const),
    ...(["float8", "float8", "float8", "float8", "float8", "float8"] as const),
    ...(["int4", "int4", "int4", "int4", "int4", "word"] as const),
  ],
  (which) => `
    SELECT f.account_id, f.source_id, f.observed_on, f.followers, f.following, f.posts, f.views_total,
           f.views_avg, f.likes_avg, f.comments_avg, f.shares_avg, f.saves_avg, f.engagements_avg,
           f.engagement_by_followers_bp, f.engagement_by_views_bp, f.active_by_followers_bp, f.real_by_followers_bp,
           f.video_by_posts_bp, f.extra ->> 'mcn'
    FROM snapshot f WHERE f.workspace_id = ${id(which.workspaceId)} AND ${among(which, "f.account_id")}
    ORDER BY f.account_id`,
);

export const RATES = statement(
  ["key", "key", "word", "word", "int8", "int8", "word", "word", "int4", "day", "text"],
  (which) => `
    SELECT f.account_id, f.source_id, f.deliverable, f.deal, f.price_minor, f.price_max_minor, f.qualifier,
           f.currency::text, f.commission_by_order_value_bp, f.valid_from, f.terms::text
    FROM rate f WHERE f.workspace_id = ${id(which.workspaceId)} AND ${among(which, "f.account_id")}
    ORDER BY f.account_id`,
);

export const AUDIENCE = statement(
  ["key", "key", "day", "word", "word", "int4", "word"],
  (which) => `
    SELECT f.account_id, f.source_id, f.observed_on, f.dimension, f.key, f.share_bp, f.qualifier
    FROM audience_share f WHERE f.workspace_id = ${id(which.workspaceId)} AND ${among(which, "f.account_id")}
    ORDER BY f.account_id`,
);

/** The newest posts of each account, each with its newest figures. */
export const POSTS = statement(
  [
    ...(["key", "text", "word", "instant", "texts", "bool", "text", "day"] as const),
    ...(["int8", "int8", "int8", "int8", "int8"] as const),
  ],
  (which) => `
    SELECT p.account_id, p.external_key, p.format, p.posted_at, p.tags, p.sponsored, p.caption, m.observed_on, m.views,
           m.likes, m.comments, m.shares, m.saves
    FROM (
      SELECT *, row_number() OVER (PARTITION BY account_id ORDER BY posted_at DESC, id) AS place FROM post
      WHERE workspace_id = ${id(which.workspaceId)} AND ${among(which, "account_id")}
    ) p
    JOIN LATERAL (
      SELECT * FROM post_metric f WHERE f.workspace_id = p.workspace_id AND f.post_id = p.id
      ORDER BY f.observed_on DESC, f.source_id LIMIT 1
    ) m ON true
    WHERE p.place <= ${POSTS_PER_ACCOUNT}
    ORDER BY p.account_id, p.posted_at DESC, p.id`,
);

export const COLLABORATIONS = statement(
  ["key", "word", "day", "bool"],
  (which) => `
    SELECT f.account_id, f.brand_key, f.on_date, f.paid
    FROM collaboration f
    JOIN source s ON s.workspace_id = f.workspace_id AND s.id = f.source_id AND s.removed_at IS NULL
    WHERE f.workspace_id = ${id(which.workspaceId)} AND ${among(which, "f.account_id")}
    ORDER BY f.account_id, f.on_date DESC NULLS LAST, f.id`,
);

function statement<const C extends readonly ColumnKind[]>(
  columns: C,
  text: (which: Which) => string,
): Statement<C> {
  return { columns, text };
}

function among({ accountIds, from, before }: Which, column: string): string {
  if (accountIds !== null) return `${column} = ANY('{${accountIds.map(plain).join(",")}}'::uuid[])`;
  const bounds = [from && `${column} >= ${id(from)}`, before && `${column} < ${id(before)}`];
  return bounds.filter(Boolean).join(" AND ") || "true";
}

function id(uuid: string): string {
  return `'${plain(uuid)}'::uuid`;
}

/** COPY takes no parameters: what is written into a statement is a uuid and nothing else. */
function plain(uuid: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw new RangeError("no uuid");
  return uuid;
}
