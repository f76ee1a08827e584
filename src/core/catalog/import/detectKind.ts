import { COUNT_FIGURES, type Field, type ImportKind, SHARE_FIGURES } from "./field.ts";
import { headerKey } from "./headerKey.ts";
import { SNAPSHOT_DAY_WORDS } from "./headerWords.ts";
import { mapColumns } from "./mapColumns.ts";
import type { Mapping } from "./mapping.ts";

const WHO: readonly Field[] = ["handle", "externalId", "displayName"];
const FIGURES: readonly Field[] = [...COUNT_FIGURES, ...SHARE_FIGURES];
const DAYS = new Set(SNAPSHOT_DAY_WORDS.map(headerKey));
const ORDER_IDS = new Set(
  ["order id", "order number", "order no", "订单号", "订单编号", "訂單編號"].map(headerKey),
);

/** What the rows of a table are, by its headers alone; null when they name no account. */
export function detectKind(columns: readonly string[], mapping: Mapping): ImportKind | null {
  const fieldsOf = (kind: ImportKind) => new Set(mapColumns(columns, kind, mapping, []).byField.keys());
  const keys = columns.map(headerKey);
  const cities = fieldsOf("city-tiers");
  const creators = fieldsOf("creators");
  const hasWho = (fields: ReadonlySet<Field>) => WHO.some((field) => fields.has(field));
  if (cities.has("city") && cities.has("cityTier") && !creators.has("followers")) return "city-tiers";
  if (keys.some((key) => ORDER_IDS.has(key))) return "orders";
  const audience = fieldsOf("audience");
  const members = audience.has("memberId") && hasWho(audience);
  const shares = audience.has("audienceDimension") && audience.has("audienceShare") && hasWho(audience);
  if ((members || shares) && !creators.has("followers")) return "audience";
  const posts = fieldsOf("posts");
  const counted = posts.has("likes") || posts.has("views") || posts.has("comments");
  if (posts.has("postKey") || (posts.has("postedAt") && counted && !creators.has("followers")))
    return "posts";
  const rates = fieldsOf("rates");
  if (rates.has("deliverable") && rates.has("price") && hasWho(rates) && !rates.has("followers"))
    return "rates";
  if (!hasWho(creators)) return null;
  const profile = [...creators].some((field) => /^(country|city|bio|topics|audience|rate|price)/.test(field));
  const dayed = keys.some((key) => DAYS.has(key));
  return dayed && !profile && FIGURES.some((field) => creators.has(field)) ? "snapshots" : "creators";
}
