import type { Creator } from "#core/catalog/creator";
import type { IsoDate } from "#core/period";
import { Random } from "#core/random";
import { type Beliefs, Truths } from "./belief.ts";
import { type BelievedAccount, type BelievedTarget, believedAccount } from "./believedAccount.ts";
import { AGES, MARKET, PLATFORMS } from "./believedEvidence.ts";

/** A small market whose truth is one draw from what is believed, and what a catalog knows of it. */
export interface BelievedMarket {
  readonly creators: readonly Creator[];
  readonly truth: ReadonlyMap<string, BelievedAccount>;
  /** People in the target by whether the topic is their main interest, each platform's share of them. */
  readonly people: readonly { readonly onTopic: boolean; readonly count: number }[];
  readonly use: ReadonlyMap<string, number>;
  /** What befalls the views of any campaign. */
  readonly shock: { readonly of: (platform: string, topic: string) => number };
  readonly dispersion: number;
  readonly posting: number;
  /** Share of people who can be moved at all, and how much likelier one with the topic as main interest acts. */
  readonly kappa: number;
  readonly topicRatio: number;
  readonly topicShare: number;
  readonly topicLift: number;
}

/** `audienceStated`: vendors print every audience; else nobody states one. */
export interface BelievedSettings {
  readonly seed: number;
  readonly creators: number;
  readonly today: IsoDate;
  readonly audienceStated: boolean;
  /** Which spreads, shares of topics and the like, that a forecast takes as given, are drawn too. */
  readonly doubtful: (key: string) => boolean;
}

/** The target of every brief in these markets; without ages or genders every figure of an audience would drop out. */
export const TARGET: BelievedTarget & { readonly genders: readonly string[] } = {
  ages: ["18-24", "25-34"],
  genders: ["female"],
};

export function believedMarket(beliefs: Beliefs, settings: BelievedSettings): BelievedMarket {
  const random = new Random(settings.seed);
  const truths = new Truths(beliefs, random, settings.doubtful);
  const accounts = Array.from({ length: settings.creators }, (_, k) =>
    believedAccount(k, settings.audienceStated, settings.today, TARGET, truths, random),
  );
  const ages = (wanted: readonly string[]) =>
    wanted.reduce((sum, age) => sum + truths.taken("age-share", { age }), 0);
  const inTarget =
    (truths.taken("internet-users", { market: MARKET }) * truths.taken("female-share") * ages(TARGET.ages)) /
    ages(AGES);
  const topicShare = truths.taken("topic-share");
  const shocks = new Map<string, number>();
  const shock = (key: string, of: string) => {
    const known = shocks.get(key + of);
    if (known !== undefined) return known;
    const sd = truths.taken(key);
    const drawn = Math.exp(sd * random.normal() - sd ** 2 / 2);
    shocks.set(key + of, drawn);
    return drawn;
  };
  return {
    creators: accounts.map(({ creator }) => creator),
    truth: new Map(accounts.map(({ truth }) => [truth.id, truth])),
    people: [true, false].map((onTopic) => ({
      onTopic,
      count: Math.round(inTarget * (onTopic ? topicShare : 1 - topicShare)),
    })),
    use: new Map(
      PLATFORMS.map(({ slug }) => [slug, truths.of("platform-use", { platform: slug, market: MARKET })]),
    ),
    shock: {
      of: (platform, topic) =>
        shock("shock-platform", platform) *
        shock("shock-topic", topic) *
        shock("shock-campaign", "") *
        shock("shock-calibration", ""),
    },
    dispersion: truths.taken("post-dispersion"),
    posting: truths.taken("posting-share", { deal: "flat" }),
    kappa: truths.taken("kappa"),
    topicRatio: truths.taken("topic-response-ratio"),
    topicShare,
    topicLift: truths.taken("topic-lift"),
  };
}
