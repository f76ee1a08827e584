// What a search knows of an account. A figure that is new here also needs its words (src/i18n) and its place in
// src/app/discovery; everything between follows these lists.

/**
 * Numbers, with the bounds of the bands in which they are counted; f64 where a value may pass 2³¹ or have decimals. Rates
 * are basis points of what their name says, days are whole days since 1970-01-01, money is minor units of the workspace's
 * base currency.
 */
export const NUMBERS = {
  followers: { store: "f64", bands: [0, 1_000, 5_000, 10_000, 20_000, 50_000, 100_000, 500_000, 1_000_000] },
  viewsAvg: { store: "f64", bands: [0, 500, 1_000, 2_500, 5_000, 10_000, 50_000, 100_000] },
  /** The cheapest quote of the account. */
  priceMinor: {
    store: "f64",
    bands: [0, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000],
  },
  /** The cheapest quote over a thousand expected views of it. */
  cpmMinor: { store: "f64", bands: [0, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000] },
  engagementByFollowersBp: { store: "i32", bands: [0, 100, 200, 350, 600, 1_000, 2_000] },
  engagementByViewsBp: { store: "i32", bands: [0, 100, 200, 350, 600, 1_000, 2_000] },
  savesByViewsBp: { store: "i32", bands: [0, 10, 50, 100, 200, 500] },
  commentsByViewsBp: { store: "i32", bands: [0, 5, 10, 25, 50, 100] },
  /** As a vendor states it: no interval, so no lower bound, until audiences are vetted here. */
  realFollowersBp: { store: "i32", bands: [0, 5_000, 6_000, 7_000, 8_000, 9_000] },
  activeFollowersBp: { store: "i32", bands: [0, 1_000, 2_500, 5_000, 7_500] },
  /** Change of followers in 30 days, by the followers before. */
  growthBp: { store: "i32", bands: [-10_000, -100, 0, 100, 300, 1_000] },
  lastPostedDay: { store: "i32", bands: [] },
  /** The day of the newest number of followers. */
  observedDay: { store: "i32", bands: [] },
  postsPerWeekMilli: { store: "i32", bands: [0, 500, 1_000, 2_000, 4_000, 7_000] },
  /** Of the recent posts that say whether they are. */
  sponsoredBp: { store: "i32", bands: [0, 1, 1_000, 2_500, 5_000] },
  videoShareBp: { store: "i32", bands: [0, 1, 2_500, 5_000, 7_500] },
  /** Brands it is known to have worked with. */
  brands: { store: "i32", bands: [0, 1, 2, 5, 10] },
  /** A person's mark, never a machine's. */
  craft: { store: "i32", bands: [1, 2, 3, 4, 5] },
} as const satisfies Record<string, { store: "f64" | "i32"; bands: readonly number[] }>;
export type NumberName = keyof typeof NUMBERS;
export const NUMBER_NAMES = Object.keys(NUMBERS) as readonly NumberName[];

/** Days that are counted by how long ago they are: at most so many, which holds those who are in a shorter time. */
export const AGED = ["lastPostedDay", "observedDay"] as const satisfies readonly NumberName[];
export const AGES_DAYS = [7, 14, 30, 60, 90, 180, 365] as const;

/** Words of which an account has one or none. */
export const CATEGORIES = [
  "platform",
  "country",
  "city",
  "cityTier",
  "language",
  "tier",
  "professional",
  "contactKnown",
  "contacted",
  "customer",
] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * Words of which an account has any number, each with a value or none: a topic with the share of recent posts on it (basis
 * points) and, apart, their span in days; a deliverable with its cheapest price (minor units); a brand worked with and one
 * that it mentions unpaid, with the last day; tags and lists have no value.
 */
export const KEYED = ["topic", "topicSpan", "deliverable", "brand", "mention", "tag", "list"] as const;
export type Keyed = (typeof KEYED)[number];

/** Of these, an account that has none at all is unknown rather than without: nobody has said yet. */
export const OPEN_KEYED: ReadonlySet<Keyed> = new Set(["topic", "topicSpan", "deliverable"]);

/** In 32-bit columns; in 64-bit columns unknown is NaN. */
export const UNKNOWN_I32 = -(2 ** 31);
