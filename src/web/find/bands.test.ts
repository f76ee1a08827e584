import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";
import { bandsOf, boundsOfSpan, type NumberParam, spanOfBounds, tickBand } from "./bands.ts";

const PARAMS = (Object.keys(NUMBER_PARAMS) as NumberParam[]).filter((param) => bandsOf(param).length > 1);

describe("bands of a number", () => {
  it("are asked for by the figures just inside them", () => {
    expect(boundsOfSpan("followers", { low: 2, high: 3 }, "EUR")).toEqual({ min: "5000", max: "19999" });
    expect(boundsOfSpan("price", { low: 1, high: 1 }, "EUR")).toEqual({ min: "50", max: "99.99" });
    expect(boundsOfSpan("price", { low: 1, high: 1 }, "JPY")).toEqual({ min: "5000", max: "9999" });
    expect(boundsOfSpan("engagement", { low: 0, high: 2 }, "EUR")).toEqual({ min: "", max: "3.49" });
    expect(boundsOfSpan("growth", { low: 2, high: 5 }, "EUR")).toEqual({ min: "0", max: "" });
  });

  it("all together still ask that the figure is known", () => {
    expect(boundsOfSpan("followers", { low: 0, high: 8 }, "EUR")).toEqual({ min: "0", max: "" });
  });

  it("are told from the bounds that they wrote", () => {
    const spans = fc
      .constantFrom(...PARAMS)
      .chain((param) =>
        fc
          .tuple(fc.nat(bandsOf(param).length - 1), fc.nat(bandsOf(param).length - 1))
          .map(([a, b]) => ({ param, low: Math.min(a, b), high: Math.max(a, b) })),
      );
    fc.assert(
      fc.property(
        spans,
        fc.constantFrom("EUR" as const, "JPY" as const),
        ({ param, low, high }, currency) => {
          expect(spanOfBounds(param, boundsOfSpan(param, { low, high }, currency), currency)).toEqual({
            low,
            high,
          });
        },
      ),
      { seed: 1 },
    );
  });

  it("are ticked only where bounds that somebody typed hold them whole", () => {
    expect(spanOfBounds("followers", { min: "4000", max: "" }, "EUR")).toEqual({ low: 2, high: 8 });
    expect(spanOfBounds("followers", { min: "6000", max: "7000" }, "EUR")).toBeNull();
  });

  it("stay one range, however they are ticked", () => {
    expect(tickBand(null, 3)).toEqual({ low: 3, high: 3 });
    expect(tickBand({ low: 3, high: 3 }, 5)).toEqual({ low: 3, high: 5 });
    expect(tickBand({ low: 3, high: 5 }, 3)).toEqual({ low: 4, high: 5 });
    expect(tickBand({ low: 3, high: 5 }, 4)).toEqual({ low: 3, high: 3 });
    expect(tickBand({ low: 3, high: 3 }, 3)).toBeNull();
  });
});
