import type { CatalogRow } from "#core/catalog/import/catalogRow";
import type { NewFigures } from "#core/catalog/import/storedFigures";
import type { Provenance } from "#core/provenance";
import { addCollaborations } from "#storage/collaborations";
import type { Db } from "#storage/database";
import { addPosts, fillPosts } from "#storage/posts";
import type { KnownPosts } from "./storedFigures.ts";

export interface PostsOfRows {
  readonly news: readonly {
    readonly accountId: string;
    readonly row: CatalogRow;
    readonly figures: NewFigures;
  }[];
  readonly knownPosts: KnownPosts;
  readonly sourceOf: (provenance: Provenance) => string;
  readonly newId: () => string;
}

/** Writes what rows say of posts, of what was not known of them, and of the brands in them. */
export async function writePosts(db: Db, workspaceId: string, rows: PostsOfRows): Promise<void> {
  const { news, sourceOf, newId } = rows;
  const ids = new Map(rows.knownPosts);
  const keyOf = (accountId: string, row: CatalogRow) => `${accountId} ${row.post?.externalKey}`;
  const posts = news.flatMap(({ accountId, row, figures }) => {
    if (figures.post === null) return [];
    const known = ids.get(keyOf(accountId, row));
    const id = known ?? newId();
    ids.set(keyOf(accountId, row), id);
    const place = { accountId, sourceId: sourceOf(row.source), figure: figures.post };
    return [{ ...place, id, isKnown: known !== undefined }];
  });
  await addPosts(db, workspaceId, posts);
  const filled = news.flatMap(({ accountId, row, figures }) => {
    const id = ids.get(keyOf(accountId, row));
    return id !== undefined && figures.postText !== null ? [{ ...figures.postText, id }] : [];
  });
  await fillPosts(db, workspaceId, filled);
  const collaborations = news.flatMap(({ accountId, row, figures }) =>
    figures.collaborations.map(({ source, ...said }) => {
      const postId = ids.get(keyOf(accountId, row)) ?? null;
      return { ...said, id: newId(), accountId, sourceId: sourceOf(source), postId };
    }),
  );
  await addCollaborations(db, workspaceId, collaborations);
}
