import type { ItemModel } from "./itemModel.ts";

/**
 * The name of the stream from which an item is drawn. Of whom no figure of a post is known, one creator is like another
 * of that size: the k-th of them in a plan is drawn as the k-th, whoever it is, so that a slot and a creator who is known
 * by no more than the slot says fare alike. Everybody else has a stream of their own.
 */
export function drawNames(items: readonly ItemModel[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(({ bundle, figure }) => {
    if (figure.method !== "assumed") return bundle.id;
    const { platform, country, city, cityTier, topics } = bundle.account;
    const pieces = bundle.pieces.map(({ offer, count }) => `${offer.deliverable}*${count}`).join("+");
    const alike = [
      "alike",
      platform,
      bundle.followers,
      country,
      city,
      cityTier ?? "",
      ...topics,
      pieces,
    ].join("/");
    const k = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, k);
    return `${alike}/${k}`;
  });
}
