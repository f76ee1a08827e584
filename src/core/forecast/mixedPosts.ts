import { betaCdf, betaQuantile } from "#core/maths/betaDistribution";
import { lnBeta } from "#core/maths/gammaFunction";
import { seesOneOf } from "./feedVisibility.ts";

/** So many posts that a follower sees with the same mean chance. */
export interface LikePosts {
  readonly posts: number;
  readonly chance: number;
}

/**
 * Chance to see at least one of the posts of two formats. A person has one propensity u, its rank among the followers:
 * each format's chance is the u-quantile of its own Beta(mφ, (1−m)φ), so that whoever sees more of one format sees more
 * of the other and either format alone is what `seesOneOf` says (docs/methods/atoms.md).
 */
export function seesOneOfTwo(a: LikePosts, b: LikePosts, dispersion: number): number {
  const [rare, often] = a.chance <= b.chance ? [a, b] : [b, a];
  if (rare.chance === often.chance) return seesOneOf(rare.posts + often.posts, rare.chance, dispersion);
  const alone = (format: LikePosts) => seesOneOf(format.posts, format.chance, dispersion);
  return alone(rare) + alone(often) - seesBoth(rare, often, dispersion);
}

// Of the log-odds of a chance: the tables' corners, and how far apart their entries lie.
const ODDS_FROM = -10;
const ODDS_TO = 3;
const STEPS = 13;
const WIDTH = (ODDS_TO - ODDS_FROM) / STEPS;
/** Entries of like chances are a limit: taken at chances this far apart. */
const APART = 0.02;
const TABLES_MAX = 64;

const place = (row: number, column: number) => row * (STEPS + 1) + column;
const tables = new Map<string, Float64Array>();

/**
 * Both formats seen, from a table: of two like formats the chance is closed, L(m), and for unlike ones it is
 * √(L(m₁)·L(m₂))·exp(−τ·d), d the difference of the log-odds and τ so even that bilinear interpolation keeps
 * the chance to see any within a hundredth of itself. At d = 0 nothing is left of the table.
 */
function seesBoth(rare: LikePosts, often: LikePosts, dispersion: number): number {
  const table = tableOf(rare.posts, often.posts, dispersion);
  const along = (chance: number) => {
    const odds = Math.log(chance / (1 - chance));
    return Math.max(0, Math.min(STEPS - 1e-9, (odds - ODDS_FROM) / WIDTH));
  };
  if (rare.chance <= 0) return 0;
  const [x, y] = [along(rare.chance), along(often.chance)];
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const at = (row: number, column: number) => table[place(row, column)]!;
  const lower = at(i, j) * (1 - (y - j)) + at(i, j + 1) * (y - j);
  const upper = at(i + 1, j) * (1 - (y - j)) + at(i + 1, j + 1) * (y - j);
  const tau = lower * (1 - (x - i)) + upper * (x - i);
  const apart = (y - x) * WIDTH;
  return likeBoth(rare, often, dispersion) * Math.exp(-tau * apart);
}

function likeBoth(rare: LikePosts, often: LikePosts, dispersion: number): number {
  const like = (chance: number) =>
    seesOneOf(rare.posts, chance, dispersion) +
    seesOneOf(often.posts, chance, dispersion) -
    seesOneOf(rare.posts + often.posts, chance, dispersion);
  return Math.sqrt(like(rare.chance) * like(often.chance));
}

function tableOf(rarePosts: number, oftenPosts: number, dispersion: number): Float64Array {
  const key = `${rarePosts} ${oftenPosts} ${dispersion}`;
  const known = tables.get(key);
  if (known) return known;
  const chance = (at: number) => 1 / (1 + Math.exp(-(ODDS_FROM + at * WIDTH)));
  const table = new Float64Array((STEPS + 1) ** 2);
  for (let i = 0; i <= STEPS; i++)
    for (let j = i; j <= STEPS; j++) {
      const middle = (i + j) / 2;
      const apart = j === i ? APART : (j - i) * WIDTH;
      const rare = { posts: rarePosts, chance: chance(middle - apart / WIDTH / 2) };
      const often = { posts: oftenPosts, chance: chance(middle + apart / WIDTH / 2) };
      const both = seesBothByQuadrature(rare, often, dispersion);
      table[place(i, j)] = -Math.log(both / likeBoth(rare, often, dispersion)) / apart;
    }
  // The rarer format comes first: beyond the diagonal there is only the corner that interpolation needs, by the plane.
  for (let i = 0; i < STEPS; i++)
    table[place(i + 1, i)] = table[place(i, i)]! + table[place(i + 1, i + 1)]! - table[place(i, i + 1)]!;
  if (tables.size >= TABLES_MAX) tables.clear();
  tables.set(key, table);
  return table;
}

const NODE_STEP = 0.75;
/** The more alike people are, the narrower the density: its width in log-odds goes with 1 ÷ √φ. */
const NODE_STEP_ALIKE = 1.5;
/** Where the integrand has fallen by this many powers of e it ends. */
const DECAY = 26;
const LOG_ODDS_MAX = 200;

/**
 * E[(1 − (1−p₁)^k₁)·(1 − (1−p₂)^k₂)] over u by the trapezoidal rule in the log-odds of p₁, where the density is smooth and
 * falls off exponentially on both sides; p₂ is the quantile of its Beta at the rank that p₁ has in its own. Chances above
 * a half go through both formats missed: the density alone falls off slowly on the side that it then has.
 */
export function seesBothByQuadrature(rare: LikePosts, often: LikePosts, dispersion: number): number {
  const [a, b] = [rare.chance * dispersion, (1 - rare.chance) * dispersion];
  const [c, d] = [often.chance * dispersion, (1 - often.chance) * dispersion];
  const throughMissed = rare.chance > 0.5;
  const least = -Math.min(LOG_ODDS_MAX, DECAY / Math.min(1, throughMissed ? a : a + rare.posts));
  const most = Math.min(LOG_ODDS_MAX, DECAY / Math.min(1, throughMissed ? b + rare.posts : b));
  const scale = lnBeta(a, b);
  const step = Math.min(NODE_STEP, NODE_STEP_ALIKE / Math.sqrt(dispersion));
  let sum = 0;
  for (let s = least; s <= most; s += step) {
    const lnSeen = -Math.log1p(Math.exp(-s));
    const lnMissed = -s + lnSeen;
    const [seen, missed] = [Math.exp(lnSeen), Math.exp(lnMissed)];
    const rank = betaCdf(seen, a, b);
    const lnMissedOften =
      rank < 0.5
        ? Math.log1p(-betaQuantile(rank, c, d))
        : Math.log(betaQuantile(betaCdf(missed, b, a), d, c));
    const inner = throughMissed
      ? Math.exp(rare.posts * lnMissed + often.posts * lnMissedOften)
      : Math.expm1(rare.posts * lnMissed) * Math.expm1(often.posts * lnMissedOften);
    sum += Math.exp(a * lnSeen + b * lnMissed - scale) * inner;
  }
  const both = sum * step;
  if (!throughMissed) return both;
  const alone = (format: LikePosts) => seesOneOf(format.posts, format.chance, dispersion);
  return alone(rare) + alone(often) - 1 + both;
}
