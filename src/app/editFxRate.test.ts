import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convert } from "#core/fx";
import { listEvents } from "#storage/events";
import { SERVERS } from "../../test/database.ts";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { editFxRate } from "./editFxRate.ts";
import { houseReference } from "./houseReference.ts";

describe.each(SERVERS)("the table of exchange rates on $name", ({ name, installed }) => {
  describe.skipIf(!installed)("where it is installed", () => {
    let house: TestHouse;
    beforeAll(async () => {
      house = await testHouse({ on: name });
    });
    afterAll(() => house?.close());

    const entered = {
      base: "EUR",
      quote: "CNY",
      onDate: "2026-02-27",
      rate: 7.9,
      source: "European Central Bank",
    };
    const hundred = { amountMinor: 10_000, currency: "EUR" };

    it("converts by the rate that was entered, and cites it", async () => {
      await editFxRate(house, entered, "owner");
      const converted = convert(hundred, "CNY", (await houseReference(house)).fx);
      expect(converted.money).toEqual({ amountMinor: 79_000, currency: "CNY" });
      expect(converted.rates).toEqual([
        { base: "EUR", quote: "CNY", onDate: "2026-02-27", rateE9: 7.9e9, source: "European Central Bank" },
      ]);
    });

    it("takes the same pair and day again as a correction, and remembers what stood there", async () => {
      await editFxRate(house, { ...entered, rate: 8, source: null }, "owner");
      const { fx } = await houseReference(house);
      expect(fx.filter((rate) => rate.onDate === "2026-02-27").map((rate) => rate.rateE9)).toEqual([8e9]);
      const history = await listEvents(house.db, house.workspaceId, "fxRate", "EUR/CNY/2026-02-27");
      expect(history.map(({ before }) => (before as { rateE9: number } | null)?.rateE9 ?? null)).toEqual([
        null,
        7.9e9,
      ]);
    });

    it("replaces a rate that ships when pair and day are the same", async () => {
      const before = (await houseReference(house)).fx;
      const shipped = before.find((rate) => rate.base === "EUR" && rate.quote === "USD");
      await editFxRate(
        house,
        { ...entered, quote: "USD", onDate: shipped?.onDate ?? "", rate: 1.5 },
        "owner",
      );
      const after = (await houseReference(house)).fx;
      expect(after.length).toBe(before.length);
      expect(after.filter((rate) => rate.quote === "USD").map((rate) => rate.rateE9)).toContain(1.5e9);
    });

    it.each([
      ["a currency that is none", { quote: "XYZ" }, "quote"],
      ["the same currency twice", { quote: "EUR" }, "quote"],
      ["a day to come", { onDate: "2026-03-03" }, "onDate"],
      ["a day that is none", { onDate: "2026-02-30" }, "onDate"],
      ["a rate of zero", { rate: 0 }, "rate"],
      ["a rate that is no number", { rate: Number.NaN }, "rate"],
      ["a rate too large to keep", { rate: 1e9 }, "rate"],
    ])("refuses %s and says which", async (_what, change, at) => {
      await expect(editFxRate(house, { ...entered, ...change }, "owner")).rejects.toMatchObject({
        code: "bad-input",
        details: [{ at }],
      });
    });
  });
});
