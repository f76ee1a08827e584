import type { IsoDate } from "#core/period";
import type { Brief } from "./brief.ts";

/** For whom a creator is booked, and on what terms. */
export interface BookingTerms extends Pick<Brief, "start" | "end" | "competitors"> {
  readonly brandId: string | null;
  readonly brandName: string | null;
  /** The brief asks for it, whatever the categories: briefs name those freely. */
  readonly isExclusive: boolean;
}

/** Two brands that may not have the creator at once. */
export interface BookingConflict {
  /** Whose brief objects, by its place among the bookings, and to which other one. */
  readonly booking: number;
  readonly other: number;
  readonly why: "competitor" | "exclusivity";
  /** The days on which both run, both ends included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Bookings of different brands whose days meet, while one of them names the other as a competitor or asks for exclusivity. */
export function bookingConflicts(bookings: readonly BookingTerms[]): readonly BookingConflict[] {
  return bookings.flatMap((a, booking) =>
    bookings.flatMap((b, other): readonly BookingConflict[] => {
      if (a.brandId === b.brandId || a.start > b.end || b.start > a.end) return [];
      const isNamed = a.competitors.some((name) => name.toLowerCase() === b.brandName?.toLowerCase());
      if (!isNamed && !a.isExclusive) return [];
      const [from, to] = [a.start > b.start ? a.start : b.start, a.end < b.end ? a.end : b.end];
      return [{ booking, other, why: isNamed ? "competitor" : "exclusivity", from, to }];
    }),
  );
}
