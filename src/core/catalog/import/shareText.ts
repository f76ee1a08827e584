import { readNumber } from "./numberText.ts";

/** What a bare number in a column of shares means: 50.37 or 0.5037. A `%` in the cell always means percent. */
export type ShareScale = "percent" | "fraction";

/** A share in basis points, 10,000 is all; null when it is no number. A comma is always a decimal comma here. */
export function readShareBp(text: string, scale: ShareScale): number | null {
  const folded = text.normalize("NFKC").trim();
  const percent = folded.endsWith("%");
  const bare = (percent ? folded.slice(0, -1).trimEnd() : folded).replace(/^([+-]?\d+),(\d+)$/, "$1.$2");
  const value = readNumber(bare);
  if (value === null) return null;
  return Math.round(Number((value * (percent || scale === "percent" ? 100 : 10_000)).toFixed(6)));
}

/**
 * The scale of a column whose header does not say: fraction when no bare number of the sample is above 1 and one of
 * them has decimals, else percent.
 */
export function scaleOf(sample: readonly string[]): ShareScale {
  const bare = sample
    .filter((text) => !/[%％]/.test(text))
    .map(readNumber)
    .filter((value) => value !== null);
  const small = bare.length > 0 && bare.every((value) => Math.abs(value) <= 1);
  return small && bare.some((value) => !Number.isInteger(value)) ? "fraction" : "percent";
}
