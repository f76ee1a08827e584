import { type FigureOrigins, figureOrigins } from "#core/catalog/discovery/figureOrigins";
import { POSTS_PER_ACCOUNT } from "#core/catalog/recentPosts";
import { isUuid } from "#core/ids";
import { collaborationsOf } from "#storage/collaborations";
import { craftMarksOf } from "#storage/craftMarks";
import { newestFiguresOf } from "#storage/posts";
import { ratesOf } from "#storage/rates";
import { foundAccounts } from "#storage/search/foundAccounts";
import { snapshotsOf } from "#storage/snapshots";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";

/** Where the figures of these accounts come from, by account id; strangers are passed over. */
export async function openFigureOrigins(
  house: House,
  accountIds: readonly string[],
): Promise<Readonly<Record<string, FigureOrigins>>> {
  const { db, workspaceId } = house;
  const accounts = [...(await foundAccounts(db, workspaceId, accountIds.filter(isUuid))).values()];
  if (accounts.length === 0) return {};
  const ids = accounts.map(({ id }) => id);
  const creatorIds = accounts.map(({ creatorId }) => creatorId);
  const [snapshots, posts, rates, collaborations, marks, reference] = await Promise.all([
    snapshotsOf(db, workspaceId, ids),
    newestFiguresOf(db, workspaceId, ids, POSTS_PER_ACCOUNT),
    ratesOf(db, workspaceId, ids),
    collaborationsOf(db, workspaceId, ids),
    craftMarksOf(db, workspaceId, creatorIds),
    houseReference(house),
  ]);
  const ground = { ...reference, baseCurrency: house.workspace.baseCurrency };
  return Object.fromEntries(
    accounts.map(({ id, creatorId, platform }) => [
      id,
      figureOrigins(
        {
          account: { platform, snapshots: snapshots.get(id) ?? [], rates: rates.get(id) ?? [] },
          posts: posts.get(id) ?? [],
          collaborations: collaborations.get(id) ?? [],
          craft: marks.get(creatorId) ?? null,
        },
        ground,
      ),
    ]),
  );
}
