import { BRAND_CHARACTERS, brandKey } from "#core/catalog/collaboration";
import { ChoraleError } from "#core/errors";
import { dayOf, isIsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { addCollaborations, collaborationsOf } from "#storage/collaborations";
import { loadCreators } from "#storage/creators";
import { sourceId } from "#storage/sources";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { keepOfCreator, type OfCreator } from "./keepOfCreator.ts";

export interface RecordedCollaboration extends OfCreator {
  readonly accountId: string;
  readonly brand: string;
  /** Null: nobody knows when. */
  readonly onDate: string | null;
  /** False: a mention without pay; null: nobody knows. */
  readonly paid: boolean | null;
  /** Who says so: a post's address, the creator, an agency's sheet. */
  readonly source: string;
}

const SOURCE_MAX = 200;

/**
 * Records that an account worked with a brand. What the same source said already changes nothing. Throws not-found, and
 * bad-input for a name or source that is none and a day that is none or to come.
 */
export async function recordCollaboration(house: House, recorded: RecordedCollaboration): Promise<void> {
  const { accountId, onDate, paid } = recorded;
  const brand = givenText(recorded.brand, "brand", BRAND_CHARACTERS);
  const key = brandKey(brand);
  if (key === "") refuse("brand", sentence("catalog.rule.brand", { most: BRAND_CHARACTERS }), brand);
  const label = givenText(recorded.source, "source", SOURCE_MAX);
  const today = dayOf(house.now().getTime());
  if (onDate !== null && (!isIsoDate(onDate) || onDate > today))
    refuse("onDate", sentence("storage.fx.day", { today }), onDate.slice(0, 20));
  const { workspaceId, newId } = house;
  const provenance = { method: "measured", source: label, observedOn: null, trust: null } as const;
  await keepOfCreator(house, recorded, async (trx, creatorId) => {
    const [creator] = await loadCreators(trx, workspaceId, [creatorId], 0);
    if (!creator?.accounts.some(({ id }) => id === accountId))
      throw new ChoraleError(
        "not-found",
        sentence("catalog.creator.missing", { id: accountId }),
        "accountId",
      );
    const source = await sourceId(trx, workspaceId, provenance, "collaboration", newId);
    const known = (await collaborationsOf(trx, workspaceId, [accountId])).get(accountId) ?? [];
    const same = known.some(
      (other) => other.brandKey === key && other.onDate === onDate && other.sourceId === source,
    );
    if (same) return null;
    const place = { id: newId(), accountId, postId: null, sourceId: source };
    await addCollaborations(trx, workspaceId, [{ ...place, brand, brandKey: key, onDate, paid }]);
    return { verb: "collaborationRecorded", after: { brand } };
  });
}

function refuse(at: string, rule: ReturnType<typeof sentence>, value: string): never {
  throw new ChoraleError("bad-input", rule, at, [{ at, rule, value }]);
}
