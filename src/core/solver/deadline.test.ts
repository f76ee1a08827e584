import { describe, expect, it } from "vitest";
import { Deadline } from "./deadline.ts";

/** Passes and certificates of known lengths on a clock of its own; the time at which all is done. */
function finishAt(secondsMax: number, passSeconds: number, certificateSeconds: number): number {
  let now = 0;
  const deadline = new Deadline(
    secondsMax,
    () => now,
    () => {
      now += certificateSeconds / 4;
      return 4;
    },
  );
  let passes = 0;
  do {
    now += passSeconds;
    passes++;
  } while (!deadline.reached() && passes < 1e4);
  return now + certificateSeconds;
}

describe("a time limit", () => {
  it.each([
    [5, 0.05, 0.01],
    [5, 0.3, 0.5],
    [5, 0.7, 0.9],
    [0.6, 0.02, 0.03],
  ])(
    "of %d s holds with passes of %d s and a certificate of %d s, and is used",
    (limit, pass, certificate) => {
      const end = finishAt(limit, pass, certificate);
      expect(end).toBeLessThanOrEqual(limit + 1e-9);
      expect(end).toBeGreaterThan(limit - pass - certificate - 1e-9);
    },
  );

  it("lets the first pass be made, however short it is", () => {
    expect(finishAt(0, 0.1, 0.2)).toBeCloseTo(0.3, 12);
  });

  it("does not stop and rehearses nothing without a limit", () => {
    expect(finishAt(Number.POSITIVE_INFINITY, 0.1, 1000)).toBeCloseTo(2000, 4);
  });
});
