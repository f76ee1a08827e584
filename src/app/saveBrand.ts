import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import { type BrandRecord, putBrand, selectBrands } from "#storage/brands";
import { appendEvent } from "#storage/events";
import { isDuplicate } from "#storage/faults";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

const NAME_MAX = 200;

export interface BrandToSave {
  /** Null: a new brand; else its new name. */
  readonly id: string | null;
  readonly name: string;
  readonly actor: string;
}

/** Makes a brand or renames one. Throws bad-input for an empty name, not-found, and conflict for a name that another brand has. */
export async function saveBrand(house: House, { id, name, actor }: BrandToSave): Promise<BrandRecord> {
  const text = givenText(name, "name", NAME_MAX);
  const before = id === null ? null : await openBrand(house, id);
  const brand = { id: before?.id ?? house.newId(), name: text };
  if (before?.name === text) return before;
  try {
    await inChange(house, async (trx) => {
      await putBrand(trx, house.workspaceId, brand);
      await appendEvent(trx, house.workspaceId, {
        ...{ id: house.newId(), actor, noun: "brand", nounId: brand.id, verb: "saved", at: house.now() },
        before: before && { name: before.name },
        after: { name: text },
      });
    });
  } catch (caught) {
    if (!isDuplicate(caught)) throw caught;
    throw new ChoraleError("conflict", sentence("storage.brand.taken", { name: text }), "name");
  }
  return brand;
}

/** Throws not-found. */
export async function openBrand(house: House, id: string): Promise<BrandRecord> {
  const all = isUuid(id) ? await selectBrands(house.db, house.workspaceId) : [];
  const found = all.find((brand) => brand.id === id);
  if (found) return found;
  throw new ChoraleError("not-found", sentence("storage.brand.none", { id }), "brand");
}
