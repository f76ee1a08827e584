import { sql } from "kysely";
import { SNAPSHOT_FIGURES, type Snapshot, type SnapshotFigure } from "#core/catalog/creator";
import { type Among, amongCondition, provenanceOf, SOURCE_COLUMNS, type SourceColumns } from "./among.ts";
import type { Db } from "./database.ts";
import { insertRecords } from "./insertRecords.ts";

// The column names say of what a share is a share.
const COLUMNS = {
  followers: "followers",
  following: "following",
  posts: "posts",
  viewsTotal: "views_total",
  viewsAvg: "views_avg",
  likesAvg: "likes_avg",
  commentsAvg: "comments_avg",
  sharesAvg: "shares_avg",
  savesAvg: "saves_avg",
  engagementsAvg: "engagements_avg",
  engagementByFollowersBp: "engagement_by_followers_bp",
  engagementByViewsBp: "engagement_by_views_bp",
  activeFollowersBp: "active_by_followers_bp",
  realFollowersBp: "real_by_followers_bp",
  videoShareBp: "video_by_posts_bp",
} as const satisfies Readonly<Record<SnapshotFigure, string>>;

const TYPES = {
  workspace_id: "uuid",
  account_id: "uuid",
  observed_on: "date",
  source_id: "uuid",
  followers: "bigint",
  following: "bigint",
  posts: "bigint",
  views_total: "bigint",
  views_avg: "double precision",
  likes_avg: "double precision",
  comments_avg: "double precision",
  shares_avg: "double precision",
  saves_avg: "double precision",
  engagements_avg: "double precision",
  engagement_by_followers_bp: "int",
  engagement_by_views_bp: "int",
  active_by_followers_bp: "int",
  real_by_followers_bp: "int",
  video_by_posts_bp: "int",
  extra: "jsonb",
} as const;

/** A figure to be stored, with its account and source. */
export interface Stored<T> {
  readonly accountId: string;
  readonly sourceId: string;
  readonly figure: T;
}

export async function addSnapshots(
  db: Db,
  workspaceId: string,
  snapshots: readonly Stored<Snapshot>[],
): Promise<void> {
  const records = snapshots.map(({ accountId, sourceId, figure }) => {
    const figures = SNAPSHOT_FIGURES.map((name) => [COLUMNS[name], figure[name]] as const);
    return {
      workspace_id: workspaceId,
      account_id: accountId,
      observed_on: figure.observedOn,
      source_id: sourceId,
      ...Object.fromEntries(figures),
      extra: figure.extra,
    } as Record<keyof typeof TYPES, unknown>;
  });
  await insertRecords(db, "snapshot", TYPES, records);
}

/** The snapshots of some accounts, newest first, what was measured before what was estimated on the same day. */
export async function snapshotsOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  among: Among | null = null,
): Promise<Map<string, Snapshot[]>> {
  const columns = SNAPSHOT_FIGURES.map((figure) => sql`f.${sql.ref(COLUMNS[figure])} AS ${sql.ref(figure)}`);
  const { rows } = await sql<
    SourceColumns &
      Record<SnapshotFigure, number | null> & {
        account_id: string;
        observed_on: string;
        extra: Snapshot["extra"];
      }
  >`
    SELECT f.account_id, f.observed_on, f.extra, ${sql.join(columns)}, ${SOURCE_COLUMNS}
    FROM snapshot f
    JOIN source s ON s.workspace_id = f.workspace_id AND s.id = f.source_id AND s.removed_at IS NULL
    WHERE f.workspace_id = ${workspaceId} AND f.account_id = ANY(${accountIds}::uuid[])
      AND ${amongCondition(among, "snapshot", sql`n.account_id = f.account_id`)}
    ORDER BY f.observed_on DESC, s.method DESC, f.source_id DESC`.execute(db);
  const found = new Map<string, Snapshot[]>();
  for (const { account_id, observed_on, method, label, trust, ...figures } of rows) {
    const source = provenanceOf({ method, label, trust }, observed_on);
    const list = found.get(account_id) ?? [];
    list.push({ observedOn: observed_on, source, ...figures });
    found.set(account_id, list);
  }
  return found;
}
