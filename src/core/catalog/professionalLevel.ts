import { dayOf, daysBetween } from "#core/period";
import type { Provenance, Trust } from "#core/provenance";
import { type Sentence, sentence } from "#core/sentence";
import { brandKey } from "./collaboration.ts";
import type { ContactHolder } from "./contact.ts";
import type { Account } from "./creator.ts";
import { RECENT_POSTS_LEAST, recentPosts } from "./recentPosts.ts";
import { type SponsoredShare, sponsoredShare } from "./sponsoredShare.ts";

export const PROFESSIONAL_LEVELS = ["amateur", "semi-professional", "professional"] as const;
export type ProfessionalLevel = (typeof PROFESSIONAL_LEVELS)[number];

/** The thresholds of data/levels. Shares are basis points of recent posts whose sponsorship is known. */
export interface LevelRule {
  readonly source: string;
  readonly year: number;
  readonly trust: Trust;
  readonly professionalSponsoredLeastBp: number;
  readonly professionalPostsPerWeekLeast: number;
  readonly semiProfessionalSponsoredLeastBp: number;
  /** What stands in an MCN column of somebody without one. */
  readonly withoutManager: readonly string[];
}

/** What the rule looks at. Null is unknown: nobody's silence proves that there is no manager or price list. */
export interface LevelFacts {
  readonly sponsored: SponsoredShare;
  readonly postsPerWeek: number | null;
  readonly hasManager: boolean | null;
  readonly hasPriceList: true | null;
}

export interface LevelVerdict {
  /** Null: the facts do not tell. */
  readonly level: ProfessionalLevel | null;
  /** Which part of the rule decided. */
  readonly why: Sentence;
  readonly evidence: readonly Sentence[];
  readonly rule: Provenance;
}

/** A pace needs some time to be one. Chorale's rule. */
const PACE_DAYS_LEAST = 14;

/** What an account and its creator's contacts say. */
export function levelFacts(
  account: Pick<Account, "posts" | "rates" | "snapshots">,
  holders: readonly ContactHolder[],
  rule: LevelRule,
): LevelFacts {
  // A vendor's model of a price, or its floor, is not a price that somebody asks.
  const hasPriceList = account.rates.some(
    ({ deal, priceMinor, qualifier, source }) =>
      source.method === "measured" && qualifier !== "le" && deal !== "gifted" && priceMinor > 0,
  );
  return {
    sponsored: sponsoredShare(account.posts),
    postsPerWeek: postsPerWeek(account),
    hasManager: hasManager(account, holders, rule),
    hasPriceList: hasPriceList ? true : null,
  };
}

/** The level alone; null: the facts do not tell. */
export function levelOf(facts: LevelFacts, rule: LevelRule): ProfessionalLevel | null {
  return decide(facts, rule)[0];
}

/** A professional is represented, or sells regularly at a quoted price; a semi-professional sells; an amateur is known not to. */
export function professionalLevel(facts: LevelFacts, rule: LevelRule): LevelVerdict {
  const [level, key, values] = decide(facts, rule);
  const { source, year, trust } = rule;
  return {
    level,
    why: sentence(`catalog.level.why.${key}`, values),
    evidence: evidenceOf(facts),
    rule: { method: "assumed", source: `${source}, ${year}`, observedOn: null, trust },
  };
}

type Decision = readonly [ProfessionalLevel | null, string, Readonly<Record<string, number>>];

function decide(facts: LevelFacts, rule: LevelRule): Decision {
  const { sponsored, postsPerWeek, hasManager, hasPriceList } = facts;
  const shareBp = sponsored.shareBp;
  const sells = shareBp !== null && shareBp >= rule.semiProfessionalSponsoredLeastBp;
  if (hasManager) return ["professional", "manager", {}];
  if (
    hasPriceList &&
    shareBp !== null &&
    shareBp >= rule.professionalSponsoredLeastBp &&
    postsPerWeek !== null &&
    postsPerWeek >= rule.professionalPostsPerWeekLeast
  ) {
    const percent = rule.professionalSponsoredLeastBp / 100;
    return ["professional", "regular", { percent, posts: rule.professionalPostsPerWeekLeast }];
  }
  if (hasPriceList) return ["semi-professional", "prices", {}];
  const percent = rule.semiProfessionalSponsoredLeastBp / 100;
  if (sells) return ["semi-professional", "sells", { percent }];
  return shareBp === null
    ? [null, "unknown", { least: RECENT_POSTS_LEAST }]
    : ["amateur", "amateur", { percent }];
}

function evidenceOf({ sponsored, postsPerWeek, hasManager, hasPriceList }: LevelFacts): Sentence[] {
  const say = (key: string, values = {}) => sentence(`catalog.level.evidence.${key}`, values);
  const { shareBp, sponsored: count, known, recent } = sponsored;
  return [
    shareBp === null
      ? say("sponsoredUnknown", { known, recent, least: RECENT_POSTS_LEAST })
      : say("sponsored", { percent: shareBp / 100, count, known }),
    postsPerWeek === null ? say("paceUnknown") : say("pace", { posts: Math.round(10 * postsPerWeek) / 10 }),
    say(hasManager === null ? "managerUnknown" : hasManager ? "manager" : "noManager"),
    say(hasPriceList ? "prices" : "pricesUnknown"),
  ];
}

// From the oldest recent post, which opens the interval and is not counted, to the day the account was last seen.
function postsPerWeek({ posts }: Pick<Account, "posts">): number | null {
  if (posts.length < RECENT_POSTS_LEAST) return null;
  const { posts: recent, seenOn } = recentPosts(posts);
  if (seenOn === null || recent.length < RECENT_POSTS_LEAST) return null;
  const oldest = recent.reduce(
    (least, { postedAtMs }) => Math.min(least, postedAtMs),
    Number.POSITIVE_INFINITY,
  );
  const days = daysBetween(dayOf(oldest), seenOn);
  return days < PACE_DAYS_LEAST ? null : ((recent.length - 1) * 7) / days;
}

function hasManager(
  { rates, snapshots }: Pick<Account, "rates" | "snapshots">,
  holders: readonly ContactHolder[],
  { withoutManager }: LevelRule,
): boolean | null {
  if (holders.some((holder) => holder !== "self")) return true;
  if (rates.some(({ terms }) => terms?.route === "mcn")) return true;
  const said = snapshots.find(({ extra }) => extra["mcn"] !== undefined)?.extra["mcn"];
  if (said === undefined) return null;
  return !withoutManager.some((word) => brandKey(word) === brandKey(String(said)));
}
