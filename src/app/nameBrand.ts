import { brandKey } from "#core/catalog/collaboration";
import { PhraseSet } from "#core/catalog/phrase";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { setBrandAliases } from "#storage/brandAliases";
import { appendEvent } from "#storage/events";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { openBrand } from "./saveBrand.ts";

const NAME_MAX = 100;
const ALIASES_MAX = 30;

export interface BrandAliases {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly actor: string;
}

/**
 * Says under which other names people write about a brand; they replace those before. Throws not-found, and bad-input
 * for a name that could not be told in a text, such as one character.
 */
export async function nameBrand(
  house: House,
  { id, aliases, actor }: BrandAliases,
): Promise<readonly string[]> {
  const { name } = await openBrand(house, id);
  const byKey = new Map(
    aliases.map((alias, i) => {
      const text = givenText(alias, `aliases.${i}`, NAME_MAX);
      if (new PhraseSet([text]).size === 0) refuse(`aliases.${i}`, sentence("storage.brand.short"), text);
      return [brandKey(text), text];
    }),
  );
  byKey.delete(brandKey(name));
  const kept = [...byKey.values()];
  if (kept.length > ALIASES_MAX)
    refuse("aliases", sentence("storage.brand.tooMany", { most: ALIASES_MAX }), `${kept.length}`);
  await inChange(house, async (trx) => {
    await setBrandAliases(trx, house.workspaceId, id, kept);
    await appendEvent(trx, house.workspaceId, {
      ...{ id: house.newId(), actor, noun: "brand", nounId: id, verb: "named", at: house.now() },
      ...{ before: null, after: { name, aliases: kept } },
    });
  });
  return kept;
}

function refuse(at: string, rule: ReturnType<typeof sentence>, value: string): never {
  throw new ChoraleError("bad-input", rule, at, [{ at, rule, value }]);
}
