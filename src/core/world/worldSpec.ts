import type { Currency } from "#core/money";

/** What an invented market is made of (data/world). Shares are 0–1; age lists run parallel to `ageBands`. */
export interface WorldSpec {
  readonly ageBands: readonly string[];
  readonly ageShares: readonly number[];
  readonly places: readonly WorldPlace[];
  readonly platforms: readonly WorldPlatform[];
  readonly topics: readonly WorldTopic[];
  /** By home country of the creators. */
  readonly currencies: Readonly<Record<string, Currency>>;
  readonly languages: Readonly<Record<string, string>>;
  /** Followers: log-normal, cut at both ends. */
  readonly size: {
    readonly median: number;
    readonly logSd: number;
    readonly min: number;
    readonly max: number;
  };
  readonly syllables: readonly string[];
  readonly characters: string;
}

export interface WorldPlace {
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly people: number;
}

export interface WorldTopic {
  readonly slug: string;
  /** Share of people whose main interest it is, and of creators who post about it. */
  readonly people: number;
  readonly creators: number;
  /** Followers lean to women by 1 + tilt, to men by 1 − tilt. */
  readonly womenTilt: number;
  /** Ends a Chinese creator's name. */
  readonly suffix: string;
}

export interface WorldPlatform {
  readonly slug: string;
  /** Where its creators live. */
  readonly country: string;
  readonly creatorShare: number;
  /** Share of the people of a country who use it, by age. */
  readonly use: Readonly<Record<string, readonly number[]>>;
  readonly womenTilt: number;
  /** What its vendors print of an audience. */
  readonly showsAudience: "regions" | "countries" | "none";
  /** Major units for the deliverable of factor 1 at 10,000 followers. */
  readonly priceAtTenThousand: number;
  readonly formats: readonly WorldFormat[];
  readonly deliverables: readonly { readonly slug: string; readonly priceFactor: number }[];
}

export interface WorldFormat {
  readonly slug: string;
  /** Of a creator's posts. */
  readonly share: number;
  /** Median at 10,000 followers. */
  readonly viewsPerFollower: number;
  readonly followerViewShare: number;
  readonly engagementByViews: number;
  /** Of engagement. */
  readonly saveShare: number;
  readonly viewsPublic: boolean;
}
