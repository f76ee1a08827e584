import { OPEN_KEYED } from "../figures.ts";
import type { OpenSegment } from "../segment/openSegment.ts";
import { evaluateAudience } from "./evaluateAudience.ts";
import { type Coded, evaluateCategory } from "./evaluateCategory.ts";
import { evaluateKeyed } from "./evaluateKeyed.ts";
import { evaluateNumber } from "./evaluateNumber.ts";
import type { Filter } from "./query.ts";

/** Bitmaps of the rows that surely meet a condition, and of those that possibly do: no known figure breaks it. */
export interface Verdict {
  readonly sure: number;
  /** Holds the sure ones, too; may be the same bitmap. */
  readonly possible: number;
}

export function evaluateFilter(segment: OpenSegment, filter: Filter, tiers: Coded): Verdict {
  const { categories, keyed } = segment.layout;
  switch (filter.kind) {
    case "number":
      return evaluateNumber(segment, filter.name, filter);
    case "category": {
      const coded = filter.name === "tier" ? tiers : categories[filter.name];
      return evaluateCategory(segment, coded, filter.keys, filter.none);
    }
    case "keyed":
      return evaluateKeyed(segment, keyed[filter.name], filter, OPEN_KEYED.has(filter.name));
    case "audience":
      return evaluateAudience(segment, filter);
  }
}
