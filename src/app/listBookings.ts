import { type BookingConflict, type BookingTerms, bookingConflicts } from "#core/brief/bookingConflicts";
import type { Brief } from "#core/brief/brief";
import { type BrandBooking, selectBookings } from "#storage/brands";
import type { House } from "./house.ts";
import { openBrief } from "./openBrief.ts";

export type Booking = BrandBooking & BookingTerms & { readonly briefName: string };

/** A creator whom approved plans of several brands book. */
export interface SharedCreator {
  readonly creator: string;
  /** As the newest booking calls it. */
  readonly creatorName: string;
  readonly bookings: readonly Booking[];
  readonly conflict: boolean;
  readonly conflicts: readonly BookingConflict[];
}

/** Creators whom approved plans of more than one brand book, those in conflict first. */
export async function listBookings(house: House): Promise<SharedCreator[]> {
  const briefs = new Map<string, Brief>();
  const byCreator = new Map<string, Booking[]>();
  for (const booking of await selectBookings(house.db, house.workspaceId)) {
    const key = `${booking.briefId}/${booking.briefVersion}`;
    const brief = briefs.get(key) ?? (await openBrief(house, booking.briefId, booking.briefVersion)).brief;
    briefs.set(key, brief);
    const { start, end, competitors, deals, name } = brief;
    const terms = { start, end, competitors, isExclusive: deals.exclusivity !== null };
    const own = byCreator.get(booking.creator) ?? [];
    byCreator.set(booking.creator, [...own, { ...booking, ...terms, briefName: name }]);
  }
  return [...byCreator]
    .filter(([, bookings]) => new Set(bookings.map(({ brandId }) => brandId)).size > 1)
    .map(([creator, bookings]) => {
      const conflicts = bookingConflicts(bookings);
      const creatorName = bookings.at(-1)?.creatorName ?? creator;
      return { creator, creatorName, bookings, conflict: conflicts.length > 0, conflicts };
    })
    .sort((a, b) => Number(b.conflict) - Number(a.conflict) || (a.creator < b.creator ? -1 : 1));
}
