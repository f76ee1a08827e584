import { ACTIVITY_CLASSES } from "./activityClass.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import { type AudienceCell, peopleInCells } from "./audienceCell.ts";

/** The segments of a plan: cell × activity class × which of the plan's platforms a person uses. */
export interface AtomFrame {
  readonly cells: readonly AudienceCell[];
  readonly patterns: readonly (readonly string[])[];
  /** People in the target, by atom: ((pattern · cells) + cell) · classes + class. */
  readonly people: Float64Array;
  /** People of a platform in each cell, whether the brief asks for all of them or not. */
  readonly usersOf: ReadonlyMap<string, readonly number[]>;
  /** Platforms whose shared users are not counted: more than four meet. */
  readonly apart: readonly string[];
}

export const CLASS_COUNT = ACTIVITY_CLASSES.length;
/** A cell never has fewer users than its largest following ÷ .9: no audience is the whole of a cell. */
export const FOLLOWING_MAX = 0.9;
const USE_MAX = 0.98;
const JOINT_PLATFORMS_MAX = 4;

/**
 * `platforms` in order of importance; `largestFollowing` is the largest number of real followers in each cell.
 * The use of one platform is taken as independent of the use of another within a cell (docs/methods/atoms.md).
 */
export function atomFrame(
  cells: readonly AudienceCell[],
  platforms: readonly string[],
  largestFollowing: ReadonlyMap<string, readonly number[]>,
  book: AssumptionBook,
): AtomFrame {
  const joint = platforms.slice(0, JOINT_PLATFORMS_MAX);
  const apart = platforms.slice(JOINT_PLATFORMS_MAX);
  const usersOf = new Map(
    platforms.map((platform) => {
      const floor = largestFollowing.get(platform) ?? [];
      const assumed = peopleInCells(cells, platform, book);
      return [platform, assumed.map((users, c) => Math.max(users, (floor[c] ?? 0) / FOLLOWING_MAX))] as const;
    }),
  );
  const internet = peopleInCells(cells, null, book);
  const patterns = [...subsets(joint), ...apart.map((platform) => [platform])];
  const people = new Float64Array(patterns.length * cells.length * CLASS_COUNT);
  patterns.forEach((pattern, u) => {
    cells.forEach((cell, c) => {
      const users = usersWith(pattern, joint, apart, usersOf, internet, c);
      ACTIVITY_CLASSES.forEach((activity, a) => {
        people[(u * cells.length + c) * CLASS_COUNT + a] = users * cell.inTarget * activity.share;
      });
    });
  });
  return { cells, patterns, people, usersOf, apart };
}

/** Atoms that an account of the platform can touch, ascending. */
export function atomsOf(frame: AtomFrame, platform: string): readonly number[] {
  const perPattern = frame.cells.length * CLASS_COUNT;
  return frame.patterns.flatMap((pattern, u) =>
    pattern.includes(platform) ? Array.from({ length: perPattern }, (_, k) => u * perPattern + k) : [],
  );
}

function usersWith(
  pattern: readonly string[],
  joint: readonly string[],
  apart: readonly string[],
  usersOf: ReadonlyMap<string, readonly number[]>,
  internet: readonly number[],
  c: number,
): number {
  const users = (platform: string) => usersOf.get(platform)?.[c] ?? 0;
  const [only = ""] = pattern;
  if (apart.includes(only) || joint.length === 1) return users(only);
  const all = Math.max(internet[c] ?? 0, ...joint.map((platform) => users(platform) / USE_MAX));
  return joint.reduce((product, platform) => {
    const use = all > 0 ? users(platform) / all : 0;
    return product * (pattern.includes(platform) ? use : 1 - use);
  }, all);
}

function subsets(platforms: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  for (let mask = 1; mask < 1 << platforms.length; mask++)
    all.push(platforms.filter((_, i) => (mask >> i) & 1));
  return all;
}
