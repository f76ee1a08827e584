import { type AudienceDimension, SNAPSHOT_FIGURES, type SnapshotFigure } from "../creator.ts";

export const IMPORT_KINDS = [
  "creators",
  "posts",
  "snapshots",
  "audience",
  "rates",
  "orders",
  "city-tiers",
  "customers",
  "handles",
] as const;
/** What the rows of a file are. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a column can mean; the words of mapping files. */
export type Field =
  | (typeof PLAIN_FIELDS)[number]
  | CountFigure
  | ShareFigure
  /** One share: "audience.age.18-24", "audience.gender.female", "audience.country.FR". */
  | `audience.${AudienceDimension}.${string}`
  /** A ranking in one cell: "audienceList.interest". */
  | `audienceList.${AudienceDimension}`
  /** The words of a ranking, one a column, and their shares: "audienceRank.country.1", "audienceRankShare.country.1". */
  | `audienceRank.${AudienceDimension}.${number}`
  | `audienceRankShare.${AudienceDimension}.${number}`
  /** A price: "rate.note", the deliverable's slug behind the dot. */
  | `rate.${string}`
  /** A sum over the posts of the last days: "window.90.likes", beside "window.90.posts". */
  | `window.${number}.${WindowSum}`
  /** Kept as it came: "extra.score". */
  | `extra.${string}`;

/** What is summed over the posts of some last days. */
export const WINDOW_SUMS = ["posts", "views", "likes", "comments", "shares", "saves"] as const;
export type WindowSum = (typeof WINDOW_SUMS)[number];

/** Figures that are counts or averages of counts. */
export type CountFigure = Exclude<SnapshotFigure, `${string}Bp`>;
export const COUNT_FIGURES = SNAPSHOT_FIGURES.filter(
  (figure): figure is CountFigure => !figure.endsWith("Bp"),
);

/** Figures that are shares. A column holds percent or fractions; stored are basis points, so the name gains "Bp". */
export type ShareFigure = SnapshotFigure extends infer F
  ? F extends `${infer Name}Bp`
    ? Name
    : never
  : never;
export const SHARE_FIGURES = SNAPSHOT_FIGURES.filter((figure) => figure.endsWith("Bp")).map((figure) =>
  figure.slice(0, -2),
) as readonly ShareFigure[];

export const PLAIN_FIELDS = [
  "handle",
  "externalId",
  "displayName",
  "platform",
  "country",
  "city",
  "language",
  // Where the profile stands; it tells the platform, and stays with the figures as it came.
  "profileLink",
  "bio",
  "topics",
  "observedOn",
  // Whom the account, or the post, worked with.
  "brands",
  // Sums over all posts, from which averages follow.
  "likesTotal",
  "commentsTotal",
  "sharesTotal",
  "savesTotal",
  // What is not real of the followers; the rest of them is.
  "fakeFollowers",
  // One share a row.
  "audienceDimension",
  "audienceKey",
  "audienceShare",
  // One price a row.
  "deliverable",
  "price",
  "priceMax",
  "currency",
  "deal",
  "commission",
  // What a quote says beside.
  "guaranteedViews",
  "priceCap",
  "pieces",
  "months",
  "days",
  "travel",
  "sampleReturned",
  "exclusivity",
  "route",
  "filed",
  "validFrom",
  // One post a row.
  "postKey",
  "format",
  "postedAt",
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
  "tags",
  "sponsored",
  "caption",
  "duration",
  // One member of an account's audience a row.
  "memberId",
  // A customer of a shop.
  "email",
  "phone",
  "consent",
  "consentOn",
  // A ranking of cities.
  "cityTier",
  "ranking",
] as const;

const DIMENSION = "(country|region|city|cityTier|age|gender|interest|language)";
const COMPOSED = new RegExp(
  `^(audience\\.${DIMENSION}\\..+|audienceList\\.${DIMENSION}|audienceRank(Share)?\\.${DIMENSION}\\.[1-9]\\d?|rate\\.[a-z0-9-]+|window\\.[1-9]\\d{0,2}\\.(${WINDOW_SUMS.join("|")})|extra\\..+)$`,
);

/** Whether a mapping file's word is a field. */
export function isField(text: string): text is Field {
  const plain: readonly string[] = [...PLAIN_FIELDS, ...COUNT_FIGURES, ...SHARE_FIGURES];
  return plain.includes(text) || COMPOSED.test(text);
}
