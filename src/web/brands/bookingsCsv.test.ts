import { describe, expect, it } from "vitest";
import type { SharedCreatorForm } from "#api/contract/brands";
import { LANGUAGES } from "#i18n/messages";
import { namesOf } from "../doors/names.ts";
import { wordsIn } from "../words/words.tsx";
import { bookingsCsv } from "./bookingsCsv.ts";

const booking = (brand: string, briefName: string) => ({
  ...{ account: "a", platform: "instagram", planId: "p", briefId: "b", briefName },
  ...{ brandId: brand, brandName: brand, start: "2026-05-01", end: "2026-05-31" },
});
const shared: SharedCreatorForm = {
  ...{ creator: "c", creatorName: "=HYPERLINK(A1)", conflict: true },
  conflicts: [{ booking: 0, other: 1, why: "exclusivity", from: "2026-05-01", to: "2026-05-31" }],
  bookings: [booking("@Amber", "-Spring"), booking("Birch", "+Autumn"), booking("Cedar, Ltd", "Winter")],
};

describe("the CSV of bookings", () => {
  const rowsIn = (language: (typeof LANGUAGES)[number]) => {
    const words = wordsIn(language);
    return bookingsCsv([shared], words, namesOf(words, undefined), null).trimEnd().split("\r\n");
  };

  it("has nothing in it that a spreadsheet would run, whoever chose the names", () => {
    const rows = rowsIn("en");
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/^'=HYPERLINK\(A1\),instagram,'@Amber,'-Spring,2026-05-01,2026-05-31,/);
    expect(rows[2]).toContain("'+Autumn");
    expect(rows[3]).toContain('"Cedar, Ltd"');
  });

  it.each(LANGUAGES)("says in %s which bookings are in conflict, and leaves the others empty", (language) => {
    const [, first, second, third] = rowsIn(language);
    expect(first).toContain("Birch");
    expect(second).toContain("@Amber");
    expect(third).toMatch(/2026-05-31,$/);
    expect(rowsIn(language).join()).not.toMatch(/brands\.|\{\{/);
  });
});
