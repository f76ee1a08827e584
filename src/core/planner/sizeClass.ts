import type { Brief } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import type { Instance } from "#core/instance";
import type { CampaignModel } from "./campaignModel.ts";
import { tierOfAccount } from "./label.ts";

export type SizeClass = "small" | "mid" | "large";

const CLASS_OF_TIER: Readonly<Record<string, SizeClass>> = {
  koc: "small",
  nano: "small",
  micro: "small",
  mid: "mid",
  macro: "large",
  mega: "large",
  top: "large",
};

/** Small, mid-size or large under the brief's tier policy; by plain size where the policy has no name for it. */
export function sizeClassOf(
  followers: number,
  platform: string,
  brief: Brief,
  reference: Reference,
): SizeClass {
  const tier = tierOfAccount(followers, platform, brief, reference)?.name ?? "";
  return CLASS_OF_TIER[tier] ?? (followers < 10_000 ? "small" : followers < 100_000 ? "mid" : "large");
}

/** The groups with only the items of that class. */
export function groupsOfClass(
  groups: Instance["groups"],
  wanted: SizeClass,
  model: CampaignModel,
): Instance["groups"] {
  return groups.flatMap((group) => {
    const items = group.items.filter(({ id }) => {
      const bundle = model.items.get(id)?.bundle;
      return (
        bundle !== undefined &&
        sizeClassOf(bundle.followers, bundle.account.platform, model.brief, model.reference) === wanted
      );
    });
    return items.length === 0 ? [] : [{ ...group, labels: [], items }];
  });
}
