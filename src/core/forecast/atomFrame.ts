import { ACTIVITY_CLASSES } from "./activityClass.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import { type AudienceCell, peopleInCells } from "./audienceCell.ts";
import type { PersonAtoms } from "./personAtoms.ts";

/** The segments of a plan: cell × activity class × which of the plan's platforms a person uses. */
export interface AtomFrame {
  readonly cells: readonly AudienceCell[];
  readonly patterns: readonly (readonly string[])[];
  /** People in the target, by atom: ((pattern · cells) + cell) · classes + class, then those of `persons` by class. */
  readonly people: Float64Array;
  readonly persons: PersonAtoms;
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
const UNSAMPLED_MIN = 0.02;

/**
 * `platforms` in order of importance; `largestFollowing` is the largest number of real followers in each cell.
 * The use of one platform is taken as independent of the use of another within a cell (docs/methods/atoms.md).
 */
export function atomFrame(
  cells: readonly AudienceCell[],
  platforms: readonly string[],
  largestFollowing: ReadonlyMap<string, readonly number[]>,
  persons: PersonAtoms,
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
  const segments = patterns.length * cells.length * CLASS_COUNT;
  const people = new Float64Array(segments + persons.people.length * CLASS_COUNT);
  const unsampled = unsampledShares(cells, usersOf, persons);
  patterns.forEach((pattern, u) => {
    cells.forEach((cell, c) => {
      const all = usersWith(pattern, joint, apart, usersOf, internet, c);
      // Whom the samples stand for is an atom already.
      const users = pattern.reduce((left, platform) => left * (unsampled.get(platform) ?? 1), all);
      ACTIVITY_CLASSES.forEach((activity, a) => {
        people[(u * cells.length + c) * CLASS_COUNT + a] = users * cell.inTarget * activity.share;
      });
    });
  });
  persons.people.forEach((count, j) => {
    ACTIVITY_CLASSES.forEach((activity, a) => {
      people[segments + j * CLASS_COUNT + a] = count * activity.share;
    });
  });
  return { cells, patterns, people, persons, usersOf, apart };
}

/** Share of a platform's users in the target whom no sampled person stands for. */
function unsampledShares(
  cells: readonly AudienceCell[],
  usersOf: ReadonlyMap<string, readonly number[]>,
  persons: PersonAtoms,
): ReadonlyMap<string, number> {
  return new Map(
    [...usersOf].map(([platform, users]) => {
      const all = users.reduce((sum, count, c) => sum + count * (cells[c]?.inTarget ?? 0), 0);
      const sampled = persons.people.reduce(
        (sum, count, j) => sum + (persons.platforms[j] === platform ? count : 0),
        0,
      );
      return [platform, all > 0 ? Math.max(UNSAMPLED_MIN, 1 - sampled / all) : 1];
    }),
  );
}

/**
 * From an atom to its place in an account's touch: cells × classes first, then persons × classes. −1: people of the atom
 * do not use the account's platform.
 */
export function touchIndex(frame: AtomFrame, platform: string): (atom: number) => number {
  const perPattern = frame.cells.length * CLASS_COUNT;
  const segments = frame.patterns.length * perPattern;
  const uses = frame.patterns.map((pattern) => pattern.includes(platform));
  return (atom) => {
    if (atom < segments) return uses[Math.floor(atom / perPattern)] ? atom % perPattern : -1;
    const person = Math.floor((atom - segments) / CLASS_COUNT);
    return frame.persons.platforms[person] === platform ? perPattern + atom - segments : -1;
  };
}

/** The cell of a place in a touch; null for persons, whose own is not known. */
export function cellAt(frame: AtomFrame, index: number): AudienceCell | null {
  return frame.cells[Math.floor(index / CLASS_COUNT)] ?? null;
}

/** Atoms that an account of the platform can touch, ascending. */
export function atomsOf(frame: AtomFrame, platform: string): readonly number[] {
  const index = touchIndex(frame, platform);
  return Array.from(frame.people.keys()).filter((atom) => index(atom) >= 0);
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
