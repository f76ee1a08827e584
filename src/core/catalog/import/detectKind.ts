import { COUNT_FIGURES, type Field, type ImportKind, SHARE_FIGURES } from "./field.ts";
import type { HeaderTable } from "./headerTable.ts";
import { mapColumns } from "./mapColumns.ts";
import type { Mapping } from "./mapping.ts";

const WHO: readonly Field[] = ["handle", "externalId", "displayName"];
const FIGURES: readonly Field[] = [...COUNT_FIGURES, ...SHARE_FIGURES];

/** What the rows of a table are, by its headers alone; null when they name no account. */
export function detectKind(
  columns: readonly string[],
  mapping: Mapping,
  headers: HeaderTable,
): ImportKind | null {
  const fieldsOf = (kind: ImportKind) =>
    new Set(mapColumns(columns, kind, mapping, [], headers).byField.keys());
  const cities = fieldsOf("city-tiers");
  const creators = fieldsOf("creators");
  const hasWho = (fields: ReadonlySet<Field>) => WHO.some((field) => fields.has(field));
  if (cities.has("city") && cities.has("cityTier") && !creators.has("followers")) return "city-tiers";
  if (columns.some((header) => headers.isOrderId(header))) return "orders";
  const audience = fieldsOf("audience");
  const members = audience.has("memberId") && hasWho(audience);
  const shares = audience.has("audienceDimension") && audience.has("audienceShare") && hasWho(audience);
  if ((members || shares) && !creators.has("followers")) return "audience";
  const posts = fieldsOf("posts");
  const counted = posts.has("likes") || posts.has("views") || posts.has("comments");
  if (posts.has("postKey") || (posts.has("postedAt") && counted && !creators.has("followers")))
    return "posts";
  const rates = fieldsOf("rates");
  if (rates.has("deliverable") && rates.has("price") && hasWho(rates) && !creators.has("followers"))
    return "rates";
  if (!hasWho(creators)) return null;
  const profile = [...creators].some((field) => /^(country|city|bio|topics|audience|rate|price)/.test(field));
  const dayed = columns.some((header) => headers.isSnapshotDay(header));
  return dayed && !profile && FIGURES.some((field) => creators.has(field)) ? "snapshots" : "creators";
}
