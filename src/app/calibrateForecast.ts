import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Assumption } from "#core/forecast/assumption";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { rankAmong, type Scored } from "#core/maths/calibrationScore";
import { campaignModel, instanceFor } from "#core/planner/campaignModel";
import { probabilityOf } from "#core/planner/forecast";
import { postsIn } from "#core/planner/offer";
import { itemsOf, replan } from "#core/planner/replan";
import { simulate } from "#core/planner/simulate";
import { Random } from "#core/random";
import { TOPIC } from "#core/world/believedAccount";
import { runBelieved } from "#core/world/believedCampaign";
import { AGES, MARKET, PLATFORMS } from "#core/world/believedEvidence";
import { type BelievedMarket, believedMarket, TARGET } from "#core/world/believedMarket";

export const CALIBRATED_METRICS = ["reach", "views", "engagement", "orders"] as const;
export type CalibratedMetric = (typeof CALIBRATED_METRICS)[number];

export interface CalibrationRequest {
  readonly seed: number;
  readonly creators: number;
  readonly draws: number;
  readonly metrics: readonly CalibratedMetric[];
  /** Rows that hold in the world and in the forecast beside the shipped ones. */
  readonly beliefs: readonly Assumption[];
  /** Which keys that the forecast takes as given are drawn in the world too. */
  readonly doubtful: (key: string) => boolean;
  /** Rows that the forecast alone has: a planted fault. */
  readonly mistaken: readonly Assumption[];
}

const TODAY = "2026-01-15";
const BUDGET = 2500;
/** Targets lie about here, far and near: a campaign's middle result at this budget. */
const TARGETS: Readonly<Record<CalibratedMetric, number>> = {
  reach: 7000,
  views: 12_000,
  engagement: 500,
  orders: 5,
};
const TARGET_LOG_SD = 0.7;

/**
 * One world drawn from the beliefs, one plan a metric made in it by what its catalog knows, one campaign each: where the
 * outcome lies in the forecast (simulation-based calibration: Talts et al. 2018, arXiv:1804.06788).
 */
export function calibrateForecast(request: CalibrationRequest): ReadonlyMap<CalibratedMetric, Scored> {
  const { seed, creators } = request;
  const shipped = readAssumptions();
  const beliefs = [...smallMarket(shipped), ...request.beliefs];
  const world = new AssumptionBook(shipped, beliefs);
  const market = believedMarket((key, scope) => world.find(key, scope, "world"), {
    ...{ seed, creators, today: TODAY },
    audienceStated: seed % 2 === 0,
    doubtful: request.doubtful,
  });
  return new Map(
    request.metrics.map((metric) => {
      const book = new AssumptionBook(shipped, [...beliefs, ...request.mistaken]);
      return [metric, scoreOf(metric, market, book, request)] as const;
    }),
  );
}

function scoreOf(
  metric: CalibratedMetric,
  market: BelievedMarket,
  book: AssumptionBook,
  { seed, draws }: CalibrationRequest,
): Scored {
  const random = Random.named(seed, metric);
  const target = TARGETS[metric] * Math.exp(TARGET_LOG_SD * random.normal());
  const all = readReference();
  const brief = parseBrief(
    {
      market: MARKET,
      currency: "EUR",
      topics: [TOPIC],
      platforms: PLATFORMS.map(({ slug }) => slug),
      audience: TARGET,
      objective: { metric, target: Math.max(1, Math.round(target)), by: "2026-04-15" },
      budget: BUDGET,
      gift: { value: 0, shipping: 0 },
    },
    all,
    TODAY,
  );
  const model = campaignModel(market.creators, brief, all, ORDINARY_PURCHASE, book);
  const instance = instanceFor(model, brief.budget?.amountMinor ?? 0);
  const items = itemsOf(replan(instance, seed, []), model);
  const { outcomes } = simulate(items, model, instance, { draws, seed });
  const bookings = items.map(({ bundle }) => ({ accountId: bundle.account.id, posts: postsIn(bundle) }));
  const outcome = runBelieved(market, bookings, random.uint32())[metric];
  const aim = brief.objective.target ?? 0;
  return {
    rank: rankAmong(outcomes, outcome, random.uniform()),
    stated: probabilityOf(outcomes, aim),
    happened: outcome >= aim,
  };
}

/** A market of half a million, so that a campaign is met person by person in a blink; ages and genders on all platforms alike. */
function smallMarket(shipped: readonly Assumption[]): readonly Assumption[] {
  const certain = (key: string, value: number, scope: Assumption["scope"] = {}): Assumption => {
    const like = shipped.find((row) => row.key === key)!;
    return { ...like, scope, value, low: value, high: value, shape: "point" };
  };
  return [
    certain("internet-users", 500_000, { market: MARKET }),
    certain("female-share", 0.52),
    ...[0.08, 0.17, 0.22, 0.2, 0.33].map((share, i) => certain("age-share", share, { age: AGES[i] ?? "" })),
  ];
}
