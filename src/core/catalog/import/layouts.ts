import type { Trust } from "#core/provenance";
import type { Field } from "./field.ts";

/** What is known of an export beyond its headers: a vendor's own meaning of a column, its floors, how far to trust it. */
export interface Layout {
  readonly name: string;
  /** Headers, compared by `headerKey`, that a file of this layout has. */
  readonly signature: readonly string[];
  /** Columns that mean something else here than elsewhere. */
  readonly fields: Readonly<Record<string, Field>>;
  /** A vendor's lowest quote in major units: a price that stands there is "at most" that much. */
  readonly floorsMajor: Readonly<Record<string, number>>;
  /** Fields that the vendor models rather than counts. */
  readonly estimated: readonly Field[];
  readonly estimatedTrust: Trust | null;
}

export const LAYOUTS: readonly Layout[] = [
  {
    // The vendor quotes no image note below RMB 10; 45 of 101 creators of a real export stand there.
    name: "xiaohongshu-vendor-sheet",
    signature: ["图文报价(RMB)"],
    fields: {},
    floorsMajor: { "rate.note": 10 },
    estimated: ["rate.note", "rate.video-note"],
    estimatedTrust: "C",
  },
  {
    // Its `name` is the handle; its country is that of most of the audience, not of the creator.
    name: "hypeauditor-instagram-ranking",
    signature: ["instagram name", "name", "Eng. (Avg.)"],
    fields: {
      name: "handle",
      country: "extra.audienceCountryTop",
      "Eng. (Auth.)": "extra.engagementsAuthenticAvg",
    },
    floorsMajor: {},
    estimated: ["engagementsAvg"],
    estimatedTrust: "B",
  },
  {
    name: "hypeauditor-tiktok-ranking",
    signature: ["Tiktoker name", "Tiktok name"],
    fields: {},
    floorsMajor: {},
    estimated: ["viewsAvg", "likesAvg", "commentsAvg", "sharesAvg"],
    estimatedTrust: "B",
  },
];
