import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGE_BANDS, ageWanted, inAgeBands } from "./ageBand.ts";
import { completeShares } from "./censoredShares.ts";
import { proportionalFit } from "./proportionalFit.ts";

const share = fc.double({ min: 0.001, max: 1, noNaN: true });

describe("audience shares", () => {
  it("gives an unlisted region no more than the smallest listed one, within the remainder", () => {
    const listed = new Map([
      ["guangdong", 0.3],
      ["jiangsu", 0.05],
    ]);
    const prior = new Map([
      ["guangdong", 0.1],
      ["jiangsu", 0.1],
      ["shandong", 0.5],
      ["hubei", 0.01],
      ["elsewhere", 0.2],
    ]);
    const whole = completeShares(listed, prior);
    expect([...whole.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    const ratio = (key: string) => (whole.get(key) ?? 0) / (whole.get("jiangsu") ?? 1);
    expect(ratio("shandong")).toBeLessThanOrEqual(1 + 1e-9);
    expect(ratio("hubei")).toBeLessThanOrEqual(1 + 1e-9);
  });

  it("splits by the prior where nothing is listed", () => {
    const whole = completeShares(
      new Map(),
      new Map([
        ["a", 0.2],
        ["b", 0.6],
      ]),
    );
    expect(whole.get("b")).toBeCloseTo(0.75, 12);
  });

  it("deals other bands of age over its own and keeps their sum", () => {
    const dealt = inAgeBands(
      new Map([
        ["13-17", 0.1],
        ["18-34", 0.6],
        ["35+", 0.3],
      ]),
    );
    expect([...dealt.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(dealt.get("18-24")).toBeCloseTo((0.6 * 7) / 17, 12);
  });

  it("asks for parts of a band where the brief does", () => {
    expect(AGE_BANDS.map((band) => ageWanted(band, ["18-24", "25-29"]))).toEqual([0, 1, 0.5, 0, 0]);
    expect(ageWanted("45+", ["45+"])).toBe(1);
    expect(ageWanted("0-17", [])).toBe(1);
  });

  it("fits a table to both its margins", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(share, { minLength: 2, maxLength: 2 }), { minLength: 5, maxLength: 5 }),
        fc.array(share, { minLength: 5, maxLength: 5 }),
        fc.array(share, { minLength: 2, maxLength: 2 }),
        (seed, rows, columns) => {
          const table = proportionalFit(seed, rows, columns);
          const wholeRows = rows.reduce((a, b) => a + b);
          table.forEach((row, i) => {
            expect(row.reduce((a, b) => a + b)).toBeCloseTo((rows[i] ?? 0) / wholeRows, 6);
          });
        },
      ),
    );
  });
});
