import type { Post } from "#core/catalog/creator";
import type { CatalogRow } from "#core/catalog/import/catalogRow";
import type { StoredFigures } from "#core/catalog/import/storedFigures";
import { audienceSharesOf } from "#storage/audience";
import { collaborationsOf } from "#storage/collaborations";
import type { Db } from "#storage/database";
import { findPosts, type StoredPost, storedPosts } from "#storage/posts";
import { ratesOf } from "#storage/rates";
import { snapshotsOf } from "#storage/snapshots";

/** `account key` → id of the stored post. */
export type KnownPosts = ReadonlyMap<string, string>;

/** What some sources already said of the accounts of these rows, as far as the rows could repeat it. */
export async function storedFigures(
  db: Db,
  workspaceId: string,
  known: readonly { readonly row: CatalogRow; readonly met: { readonly state: { readonly id: string } } }[],
  sourceIds: readonly string[],
): Promise<{ readonly figures: ReadonlyMap<string, StoredFigures>; readonly posts: KnownPosts }> {
  const accountIds = [...new Set(known.map(({ met }) => met.state.id))];
  if (accountIds.length === 0) return { figures: new Map(), posts: new Map() };
  const rows = known.map(({ row }) => row);
  const days = [
    ...new Set(
      rows.flatMap((row) => [
        ...row.snapshots.map(({ observedOn }) => observedOn),
        ...row.audience.map(({ source }) => source.observedOn ?? ""),
        ...(row.post ? [row.post.observedOn] : []),
      ]),
    ),
  ].filter((day) => day !== "");
  const among = { sourceIds, days };
  const has = (part: (row: CatalogRow) => boolean) => rows.some(part);
  const keys = [...new Set(rows.flatMap(({ post }) => post?.externalKey ?? []))];
  const snapshots = has((row) => row.snapshots.length > 0)
    ? await snapshotsOf(db, workspaceId, accountIds, among)
    : new Map();
  const audience = has((row) => row.audience.length > 0)
    ? await audienceSharesOf(db, workspaceId, accountIds, among)
    : new Map();
  const rates = has((row) => row.rates.length > 0)
    ? await ratesOf(db, workspaceId, accountIds, sourceIds)
    : new Map();
  const sights = keys.length > 0 ? await findPosts(db, workspaceId, accountIds, keys, among) : [];
  const posts = keys.length > 0 ? await storedPosts(db, workspaceId, accountIds, keys) : [];
  const collaborations = has((row) => row.collaborations.length > 0)
    ? await collaborationsOf(db, workspaceId, accountIds)
    : new Map<string, never>();
  const seen = new Map<string, Map<string, Post[]>>();
  for (const { accountId, post } of sights) {
    const ofAccount = seen.get(accountId) ?? new Map<string, Post[]>();
    ofAccount.set(post.externalKey, [...(ofAccount.get(post.externalKey) ?? []), post]);
    seen.set(accountId, ofAccount);
  }
  const texts = new Map<string, Map<string, StoredPost>>();
  for (const post of posts) {
    const ofAccount = texts.get(post.accountId) ?? new Map<string, StoredPost>();
    texts.set(post.accountId, ofAccount.set(post.externalKey, post));
  }
  const figures = new Map(
    accountIds.map((id) => [
      id,
      {
        snapshots: snapshots.get(id) ?? [],
        audience: audience.get(id) ?? [],
        rates: rates.get(id) ?? [],
        posts: seen.get(id) ?? new Map<string, Post[]>(),
        postTexts: texts.get(id) ?? new Map<string, StoredPost>(),
        collaborations: (collaborations.get(id) ?? []).filter(
          ({ postKey, sourceId }) => postKey !== null || sourceIds.includes(sourceId),
        ),
      },
    ]),
  );
  return { figures, posts: new Map(posts.map((post) => [`${post.accountId} ${post.externalKey}`, post.id])) };
}
