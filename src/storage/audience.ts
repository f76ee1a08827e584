import { sql } from "kysely";
import type { AudienceDimension, AudienceSample, AudienceShare } from "#core/catalog/creator";
import type { IsoDate } from "#core/period";
import { type Among, amongCondition, provenanceOf, SOURCE_COLUMNS, type SourceColumns } from "./among.ts";
import type { Db } from "./database.ts";
import { insertRecords } from "./insertRecords.ts";
import type { Stored } from "./snapshots.ts";

export type DatedShare = AudienceShare & { readonly observedOn: IsoDate };

export type StoredShare = DatedShare & { readonly sourceId: string };

export async function addAudienceShares(
  db: Db,
  workspaceId: string,
  shares: readonly Stored<DatedShare>[],
): Promise<void> {
  await insertRecords(
    db,
    "audience_share",
    {
      workspace_id: "uuid",
      account_id: "uuid",
      dimension: "text",
      key: "text",
      observed_on: "date",
      source_id: "uuid",
      share_bp: "int",
      qualifier: "text",
    },
    shares.map(({ accountId, sourceId, figure }) => ({
      workspace_id: workspaceId,
      account_id: accountId,
      dimension: figure.dimension,
      key: figure.key,
      observed_on: figure.observedOn,
      source_id: sourceId,
      share_bp: figure.shareBp,
      qualifier: figure.qualifier,
    })),
  );
}

/** The audience shares of some accounts, newest first; of one day what was measured before what was estimated. */
export async function audienceSharesOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  among: Among | null = null,
): Promise<Map<string, StoredShare[]>> {
  const sameKey = sql`n.account_id = f.account_id AND n.dimension = f.dimension AND n.key = f.key`;
  const { rows } = await sql<
    SourceColumns & {
      account_id: string;
      dimension: AudienceDimension;
      key: string;
      observed_on: string;
      source_id: string;
      share_bp: number;
      qualifier: AudienceShare["qualifier"];
    }
  >`
    SELECT f.account_id, f.dimension, f.key, f.observed_on, f.source_id, f.share_bp, f.qualifier, ${SOURCE_COLUMNS}
    FROM audience_share f
    JOIN source s ON s.workspace_id = f.workspace_id AND s.id = f.source_id AND s.removed_at IS NULL
    WHERE f.workspace_id = ${workspaceId} AND f.account_id = ANY(${accountIds}::uuid[])
      AND ${amongCondition(among, "audience_share", sameKey)}
    ORDER BY f.observed_on DESC, f.dimension, s.method DESC, f.source_id DESC, f.share_bp DESC, f.key`.execute(
    db,
  );
  const found = new Map<string, StoredShare[]>();
  for (const row of rows) {
    const list = found.get(row.account_id) ?? [];
    const { dimension, key, qualifier, observed_on: observedOn, source_id: sourceId } = row;
    list.push({
      dimension,
      key,
      shareBp: row.share_bp,
      qualifier,
      observedOn,
      sourceId,
      source: provenanceOf(row, observedOn),
    });
    found.set(row.account_id, list);
  }
  return found;
}

export async function addAudienceSamples(
  db: Db,
  workspaceId: string,
  samples: readonly (Stored<AudienceSample> & { readonly id: string })[],
): Promise<void> {
  await insertRecords(
    db,
    "audience_sample",
    {
      workspace_id: "uuid",
      id: "uuid",
      account_id: "uuid",
      source_id: "uuid",
      threshold: "double precision",
      n: "bigint",
      complete_by_followers_bp: "int",
      hashes: "bytea",
    },
    samples.map(({ id, accountId, sourceId, figure }) => ({
      workspace_id: workspaceId,
      id,
      account_id: accountId,
      source_id: sourceId,
      threshold: figure.threshold,
      n: figure.hashes.length,
      complete_by_followers_bp: Math.round(figure.completeness * 10_000),
      hashes: bytesOf(figure.hashes),
    })),
  );
}

/** The newest sample of each of these accounts that nobody deleted. */
export async function audienceSamplesOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Map<string, AudienceSample>> {
  const { rows } = await sql<{
    account_id: string;
    threshold: number;
    complete_by_followers_bp: number;
    hashes: Buffer;
  }>`
    SELECT DISTINCT ON (account_id) account_id, threshold, complete_by_followers_bp, hashes
    FROM audience_sample
    WHERE workspace_id = ${workspaceId} AND account_id = ANY(${accountIds}::uuid[]) AND hashes IS NOT NULL
      AND deleted_at IS NULL
    ORDER BY account_id, id DESC`.execute(db);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        threshold: row.threshold,
        completeness: row.complete_by_followers_bp / 10_000,
        hashes: hashesOf(row.hashes),
      },
    ]),
  );
}

/** Little-endian float64, as the table has them. */
function bytesOf(hashes: Float64Array): Buffer {
  const bytes = Buffer.alloc(hashes.length * 8);
  hashes.forEach((hash, i) => void bytes.writeDoubleLE(hash, i * 8));
  return bytes;
}

function hashesOf(bytes: Buffer): Float64Array {
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleLE(i * 8));
}
