import type { Brief } from "#core/brief/brief";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { betaBinomialTail, binomialTail } from "#core/maths/countTails";
import type { PlanDocument } from "./planDocument.ts";

const INVITATIONS_MAX = 100_000;

/**
 * How many creators to invite so that `posts` of any of them post with the brief's confidence, at the assumed end-to-end
 * rate. `catalog`: how many there are to invite.
 */
export function invitationsFor(
  posts: number,
  catalog: number,
  { risk: { confidence }, handling, currency }: Pick<Brief, "risk" | "handling" | "currency">,
  book: AssumptionBook,
): PlanDocument["invitations"] {
  const rate = book.find("invitation-success", {}, "invitations").value;
  const rateSd = book.find("invitation-success-sd", {}, "invitations").value;
  const betaBinomial = smallest(posts, (n) => postsAtLeast(n, posts, rate, rateSd), confidence);
  const hoursPerContact =
    handling.hoursPerCreator * book.find("invitation-hours-share", {}, "invitations").value;
  const extraHours = (betaBinomial - posts) * hoursPerContact;
  return {
    ...{ posts, confidence, rate, rateSd, catalog, hoursPerContact, extraHours, betaBinomial },
    binomial: smallest(posts, (n) => binomialTail(n, rate, posts), confidence),
    extraCost: { amountMinor: Math.round(extraHours * handling.hourlyRate.amountMinor), currency },
  };
}

/** P(at least `posts` of `n` invited post) when the rate itself differs between campaigns: beta of this mean and sd. */
export function postsAtLeast(n: number, posts: number, rate: number, rateSd: number): number {
  const strength = (rate * (1 - rate)) / rateSd ** 2 - 1;
  if (rateSd <= 0 || strength <= 0) return binomialTail(n, rate, posts);
  return betaBinomialTail(n, rate * strength, (1 - rate) * strength, posts);
}

function smallest(posts: number, chance: (n: number) => number, confidence: number): number {
  if (posts === 0) return 0;
  let high = posts;
  while (chance(high) < confidence && high < INVITATIONS_MAX) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (chance(middle) >= confidence) high = middle;
    else low = middle;
  }
  return high;
}
