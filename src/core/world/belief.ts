import { normalQuantile } from "#core/maths/normal";
import type { Random } from "#core/random";

/** What somebody believes of a figure: median, 5th and 95th percentile, and between what it is normal. */
export interface Belief {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly shape: "point" | "lognormal" | "logitnormal" | "normal";
}

export type Beliefs = (key: string, scope: Readonly<Record<string, string>>) => Belief;

const Z95 = normalQuantile(0.95);

/**
 * Truths drawn from beliefs, each belief once: two creators who share an assumption share its truth. Written without the
 * forecast's own arithmetic, against which it is set.
 */
export class Truths {
  private readonly drawn = new Map<Belief, number>();
  private readonly beliefs: Beliefs;
  private readonly random: Random;
  private readonly doubtful: (key: string) => boolean;

  /** `doubtful`: which of the figures that a forecast takes as believed likeliest are drawn as well. */
  constructor(beliefs: Beliefs, random: Random, doubtful: (key: string) => boolean) {
    this.beliefs = beliefs;
    this.random = random;
    this.doubtful = doubtful;
  }

  /** How the figure truly is in this world. */
  of(key: string, scope: Readonly<Record<string, string>> = {}): number {
    const belief = this.beliefs(key, scope);
    const known = this.drawn.get(belief);
    if (known !== undefined) return known;
    const truth = drawFrom(belief, this.random);
    this.drawn.set(belief, truth);
    return truth;
  }

  /** A figure that the forecast does not draw: as believed likeliest, unless it is doubtful. */
  taken(key: string, scope: Readonly<Record<string, string>> = {}): number {
    return this.doubtful(key) ? this.of(key, scope) : this.beliefs(key, scope).value;
  }
}

function drawFrom({ value, low, high, shape }: Belief, random: Random): number {
  const z = random.normal() / (2 * Z95);
  if (shape === "point" || low === high) return value;
  if (shape === "normal") return value + (high - low) * z;
  if (shape === "lognormal") return value * (high / low) ** z;
  const odds = (share: number) => share / (1 - share);
  const at = odds(value) * (odds(high) / odds(low)) ** z;
  return at / (1 + at);
}

/** A log-normal factor of mean 1. */
export function factorOfMeanOne(logSd: number, random: Random): number {
  return Math.exp(logSd * random.normal() - logSd ** 2 / 2);
}
