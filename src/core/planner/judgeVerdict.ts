import { normalCdf } from "#core/maths/normal";
import type { FairPrice, Verdict } from "./judgeDocument.ts";
import { doubtOf, type OpenPoint } from "./judgeQuestions.ts";
import type { Weighed } from "./judgeSwaps.ts";

/** From one chance in four that the answer turns the verdict over, the question comes before the verdict. */
const ASK_FROM = 0.25;
/** A line that brings less than a tenth of its share of the money is no loss, even where nothing better is left to buy. */
const IDLE_SHARE = 0.1;

export interface Ruling {
  readonly verdict: Verdict;
  /** Why, as a key of `judge.reason`. */
  readonly because: "best" | "noBetter" | "swap" | "idle" | "price" | "open";
  readonly flipChance: number | null;
}

export interface RulingGrounds {
  readonly weighed: Weighed;
  readonly inBest: boolean;
  readonly points: readonly OpenPoint[];
  /** Shares of the list's result and of its money. */
  readonly resultShare: number;
  readonly costShare: number;
  readonly isAbove: boolean;
  readonly staysUpToFee: number | null;
  readonly fair: FairPrice;
}

/** What to do with a line, and whether a question comes first (docs/methods/judge.md). */
export function ruleOn(grounds: RulingGrounds): Ruling {
  const { weighed, inBest, isAbove, staysUpToFee, fair, points } = grounds;
  const settled = settle(grounds);
  // Whom the best plan books too is the best guess on all that is known: only what looks wrong comes before it.
  const flipChance = chanceOfFlip(weighed, inBest ? points.filter(({ odd }) => odd) : points);
  const mayBargain = isAbove && staysUpToFee !== null && staysUpToFee >= fair.low.amountMinor;
  if (settled.verdict === "swap" && mayBargain) return { verdict: "ask", because: "price", flipChance };
  const asks = flipChance !== null && flipChance >= ASK_FROM && settled.verdict !== "drop";
  return asks ? { verdict: "ask", because: "open", flipChance } : { ...settled, flipChance };
}

function settle({ weighed, inBest, resultShare, costShare }: RulingGrounds): Omit<Ruling, "flipChance"> {
  if (weighed.swapped) return { verdict: "swap", because: "swap" };
  if (inBest) return { verdict: "keep", because: "best" };
  const idle = resultShare < IDLE_SHARE * costShare;
  return idle ? { verdict: "drop", because: "idle" } : { verdict: "keep", because: "noBetter" };
}

/**
 * Result and price of a line are believed log-normal around what the plan counts with; what asking would settle has the
 * variance of its open points, less what is as little known of those whom its money would buy instead: an unknown on both
 * sides is no reason to wait. The verdict turns where the two change order.
 */
function chanceOfFlip(
  { marginal, instead, threshold, swapped }: Weighed,
  points: readonly OpenPoint[],
): number | null {
  const alike = instead.items.reduce((sum, item) => sum + doubtOf(item) / instead.items.length, 0);
  const sd = Math.sqrt(Math.max(0, points.reduce((sum, { variance }) => sum + variance, 0) - alike));
  if (sd === 0) return null;
  const stays = marginal + threshold;
  if (instead.value <= 0) return 0;
  const margin = Math.log(stays / instead.value) * (swapped ? -1 : 1);
  return normalCdf(-Math.max(0, margin) / sd);
}
