import type { Currency } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Provenance } from "#core/provenance";
import type { CityTier } from "./city.ts";
import type { DealKind, RateTerms } from "./deal.ts";

/** An account's figures on one day. Null is unknown, never zero. Rates are basis points of what their name says. */
export interface Snapshot {
  readonly observedOn: IsoDate;
  readonly source: Provenance;
  readonly followers: number | null;
  readonly following: number | null;
  readonly posts: number | null;
  readonly viewsTotal: number | null;
  readonly viewsAvg: number | null;
  readonly likesAvg: number | null;
  readonly commentsAvg: number | null;
  readonly sharesAvg: number | null;
  readonly savesAvg: number | null;
  readonly engagementsAvg: number | null;
  readonly engagementByFollowersBp: number | null;
  readonly engagementByViewsBp: number | null;
  readonly activeFollowersBp: number | null;
  readonly realFollowersBp: number | null;
  readonly videoShareBp: number | null;
  /** Mapped columns that have no figure of their own, kept as they came. */
  readonly extra: Readonly<Record<string, string | number>>;
}

/** The figures of a snapshot that are plain counts or basis points, in the order of the schema's columns. */
export const SNAPSHOT_FIGURES = [
  "followers",
  "following",
  "posts",
  "viewsTotal",
  "viewsAvg",
  "likesAvg",
  "commentsAvg",
  "sharesAvg",
  "savesAvg",
  "engagementsAvg",
  "engagementByFollowersBp",
  "engagementByViewsBp",
  "activeFollowersBp",
  "realFollowersBp",
  "videoShareBp",
] as const;
export type SnapshotFigure = (typeof SNAPSHOT_FIGURES)[number];

export interface Post {
  readonly externalKey: string;
  /** A format slug of data/platforms: "note", "video-note", "reel", "video" … */
  readonly format: string;
  readonly postedAtMs: number;
  readonly observedOn: IsoDate;
  readonly views: number | null;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
  readonly saves: number | null;
  readonly tags: readonly string[];
  readonly sponsored: boolean | null;
  /** Title and text as published, cut at CAPTION_CHARACTERS. */
  readonly caption: string | null;
  /** What its row said beyond that, kept as it came. */
  readonly extra: Readonly<Record<string, string | number>>;
}

export type AudienceDimension =
  | "country"
  | "region"
  | "city"
  | "cityTier"
  | "age"
  | "gender"
  | "interest"
  | "language";

/**
 * A share of an account's audience. `eq` is the share itself; `le` at most that much; `censored` marks a list cut
 * off after its largest entries: an unlisted key lies between 0 and the smallest listed share, within the remainder.
 * Keys: ISO country codes or "overseas"; ages "18-24", "45+", "0-17"; genders "female", "male"; region and city in the
 * words of data/cities; interests are topic slugs of data/topics where known, else the word as it came.
 */
export interface AudienceShare {
  readonly dimension: AudienceDimension;
  readonly key: string;
  readonly shareBp: number;
  readonly qualifier: "eq" | "le" | "censored";
  readonly source: Provenance;
}

/**
 * A price for one deliverable: of a package for all its pieces, of a retainer for a month, of a deal by view for a thousand
 * views, by click or lead for one. `le` is a vendor's floor: at or below that much, not a price.
 */
export interface Rate {
  readonly deliverable: string;
  readonly deal: DealKind;
  readonly priceMinor: number;
  readonly priceMaxMinor: number | null;
  readonly qualifier: "eq" | "le" | "range";
  readonly currency: Currency;
  /** Deals with a commission: share of order value, basis points. */
  readonly commissionBp: number | null;
  /** Null: the quote says no more. */
  readonly terms: RateTerms | null;
  readonly validFrom: IsoDate | null;
  readonly source: Provenance;
}

/** Hashed follower ids below a common threshold in (0, 1], the same for all creators (coordinated sampling). */
export interface AudienceSample {
  readonly threshold: number;
  /** Followers the export covered, over all followers. */
  readonly completeness: number;
  /** 53-bit keyed hashes, ascending. */
  readonly hashes: Float64Array;
}

/** A creator's presence on one platform. */
export interface Account {
  readonly id: string;
  /** A platform slug of data/platforms, or any lower-case slug the user gave. */
  readonly platform: string;
  readonly handle: string;
  readonly externalId: string | null;
  readonly country: string | null;
  readonly city: string | null;
  /** Of a place in a plan without a name: the tier of a city that nobody has named. Else the city's own counts. */
  readonly cityTier?: CityTier | null;
  readonly language: string | null;
  readonly bio: string | null;
  /** Topic slugs of data/topics where known, else the word as it came. */
  readonly topics: readonly string[];
  /** Newest first. */
  readonly snapshots: readonly Snapshot[];
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly audience: readonly AudienceShare[];
  readonly rates: readonly Rate[];
  readonly sample: AudienceSample | null;
}

/** A person or team. */
export interface Creator {
  readonly id: string;
  readonly displayName: string;
  readonly accounts: readonly Account[];
}
