import type { Brief } from "#core/brief/brief";
import { type BrandBooking, selectBookings } from "#storage/brands";
import type { House } from "./house.ts";
import { openBrief } from "./openBrief.ts";

/** A creator whom approved plans of several brands book. */
export interface SharedCreator {
  readonly creator: string;
  readonly bookings: readonly (BrandBooking & { readonly start: string; readonly end: string })[];
  /** Two brands whose days meet while one of them asked for exclusivity or calls the other a competitor. */
  readonly conflict: boolean;
}

/** Creators whom approved plans of more than one brand book, those in conflict first. */
export async function listBookings(house: House): Promise<SharedCreator[]> {
  const briefs = new Map<string, Brief>();
  const byCreator = new Map<string, SharedCreator["bookings"][number][]>();
  for (const booking of await selectBookings(house.db, house.workspaceId)) {
    const key = briefKey(booking);
    const brief = briefs.get(key) ?? (await openBrief(house, booking.briefId, booking.briefVersion)).brief;
    briefs.set(key, brief);
    const own = byCreator.get(booking.creator) ?? [];
    byCreator.set(booking.creator, [...own, { ...booking, start: brief.start, end: brief.end }]);
  }
  return [...byCreator]
    .filter(([, bookings]) => new Set(bookings.map(({ brandId }) => brandId)).size > 1)
    .map(([creator, bookings]) => ({ creator, bookings, conflict: inConflict(bookings, briefs) }))
    .sort((a, b) => Number(b.conflict) - Number(a.conflict) || (a.creator < b.creator ? -1 : 1));
}

function briefKey({ briefId, briefVersion }: BrandBooking): string {
  return `${briefId}/${briefVersion}`;
}

function inConflict(bookings: SharedCreator["bookings"], briefs: ReadonlyMap<string, Brief>): boolean {
  return bookings.some((a) =>
    bookings.some((b) => {
      if (a.brandId === b.brandId || a.start > b.end || b.start > a.end) return false;
      const brief = briefs.get(briefKey(a));
      const named = brief?.competitors.some((name) => name.toLowerCase() === b.brandName?.toLowerCase());
      return Boolean(named) || (brief?.deals.exclusivity ?? null) !== null;
    }),
  );
}
