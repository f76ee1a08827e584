import { normalQuantile } from "./normal.ts";

/** A forecast beside what happened: the outcome's rank among its draws (0–1), and a stated chance with its answer. */
export interface Scored {
  readonly rank: number;
  readonly stated: number;
  readonly happened: boolean;
}

export interface CalibrationScore {
  readonly n: number;
  /** Share of outcomes inside the central interval of 50, 80, 90 %. */
  readonly inside: { readonly "50": number; readonly "80": number; readonly "90": number };
  /** Of the normal scores of the ranks: 0 and 1 when calibrated. */
  readonly meanZ: number;
  readonly sdZ: number;
  /** Outcomes by tenth of the forecast, and their χ² of nine degrees against equal numbers. */
  readonly tenths: readonly number[];
  readonly chiSquare: number;
  /** Mean squared error of the stated chances, and what it would be were each of them right. */
  readonly brier: number;
  readonly brierIfRight: number;
  readonly reliability: readonly { readonly n: number; readonly stated: number; readonly happened: number }[];
}

const TENTHS = 10;
const CHANCES = 5;

export function calibrationScore(scored: readonly Scored[]): CalibrationScore {
  const n = scored.length;
  const mean = (of: (one: Scored) => number) => scored.reduce((sum, one) => sum + of(one), 0) / n;
  const within = (share: number) => mean(({ rank }) => Number(Math.abs(rank - 0.5) <= share / 2));
  const z = scored.map(({ rank }) => normalQuantile(rank));
  const meanZ = z.reduce((sum, value) => sum + value, 0) / n;
  const tenths = new Array<number>(TENTHS).fill(0);
  for (const { rank } of scored) tenths[Math.min(TENTHS - 1, Math.floor(rank * TENTHS))]! += 1;
  const chances = Array.from({ length: CHANCES }, (_, bin) =>
    scored.filter(({ stated }) => Math.min(CHANCES - 1, Math.floor(stated * CHANCES)) === bin),
  );
  const average = (values: readonly number[]) =>
    values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  return {
    n,
    inside: { "50": within(0.5), "80": within(0.8), "90": within(0.9) },
    meanZ,
    sdZ: Math.sqrt(z.reduce((sum, value) => sum + (value - meanZ) ** 2, 0) / (n - 1)),
    tenths,
    chiSquare: tenths.reduce((sum, count) => sum + (count - n / TENTHS) ** 2 / (n / TENTHS), 0),
    brier: mean(({ stated, happened }) => (stated - Number(happened)) ** 2),
    brierIfRight: mean(({ stated }) => stated * (1 - stated)),
    reliability: chances.map((bin) => ({
      n: bin.length,
      stated: average(bin.map(({ stated }) => stated)),
      happened: average(bin.map(({ happened }) => Number(happened))),
    })),
  };
}

/** Rank of an outcome among draws, 0–1 exclusive; `tie` in [0, 1) places it among equals, as counts need. */
export function rankAmong(draws: ArrayLike<number>, outcome: number, tie: number): number {
  let [below, equal] = [0, 0];
  for (let d = 0; d < draws.length; d++) {
    const draw = draws[d] ?? 0;
    if (draw < outcome) below++;
    else if (draw === outcome) equal++;
  }
  return (below + tie * (equal + 1)) / (draws.length + 1);
}
