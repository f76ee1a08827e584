import { describe, expect, it } from "vitest";
import { type BookingTerms, bookingConflicts } from "./bookingConflicts.ts";

const booking = (brand: string, changes: Partial<BookingTerms> = {}): BookingTerms => ({
  ...{ brandId: brand, brandName: brand, competitors: [], isExclusive: false },
  ...{ start: "2026-05-01", end: "2026-05-31" },
  ...changes,
});

describe("bookings of one creator by two brands", () => {
  it("are no conflict where nobody objects", () => {
    expect(bookingConflicts([booking("Amber"), booking("Birch")])).toEqual([]);
  });

  it("are one on the days they share, when one names the other in whatever case", () => {
    const birch = booking("Birch", { competitors: ["AMBER"], start: "2026-05-20", end: "2026-06-10" });
    expect(bookingConflicts([booking("Amber"), birch])).toEqual([
      { booking: 1, other: 0, why: "competitor", from: "2026-05-20", to: "2026-05-31" },
    ]);
  });

  it("are one when one asks for exclusivity, and a shared last day is enough", () => {
    const birch = booking("Birch", { isExclusive: true, start: "2026-05-31", end: "2026-06-10" });
    expect(bookingConflicts([booking("Amber"), birch])).toMatchObject([
      { booking: 1, why: "exclusivity", from: "2026-05-31", to: "2026-05-31" },
    ]);
    expect(bookingConflicts([booking("Amber"), { ...birch, start: "2026-06-01" }])).toEqual([]);
  });

  it("of one brand never are", () => {
    const own = booking("Amber", { isExclusive: true, competitors: ["Amber"] });
    expect(bookingConflicts([own, own])).toEqual([]);
  });
});
