import { tagKey, tagText } from "#core/catalog/tag";
import { isUuid } from "#core/ids";
import { addTag } from "#storage/tags";
import { givenText } from "./givenText.ts";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { recordOfEach } from "./recordOfEach.ts";

export const TAG_MAX = 60;

export interface TaggedCreators {
  readonly creatorIds: readonly string[];
  readonly tag: string;
  readonly actor: string;
}

/**
 * Tags creators in one change, and answers how many did not carry the tag before; strangers are left. A tag known in
 * another spelling keeps its first. Throws bad-input for an empty or long one.
 */
export async function tagCreators(house: House, { creatorIds, tag, actor }: TaggedCreators): Promise<number> {
  const text = givenText(tagText(tag), "tag", TAG_MAX);
  const key = tagKey(text);
  return inChange(house, async (trx) => {
    const tagged = await addTag(trx, house.workspaceId, creatorIds.filter(isUuid), { key, text });
    const [first] = tagged;
    if (!first) return 0;
    const after = { tag: first.tag };
    const whole = { noun: "tag", nounId: key, verb: "given", after: { ...after, count: tagged.length } };
    await recordOfEach(trx, house, {
      ...{ actor, creatorIds: tagged.map(({ creatorId }) => creatorId) },
      ...{ whole: tagged.length > 1 ? whole : null, each: { verb: "tagged", after } },
    });
    return tagged.length;
  });
}
