import type { Brief } from "#core/brief/brief";
import type { CityTier } from "#core/catalog/city";
import { platformName } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { chosenPolicy } from "#core/catalog/tierPolicy";
import { unnamed } from "#core/localNames";
import { type Sentence, sentence } from "#core/sentence";
import { usualPlatforms } from "./standIn.ts";

/** A place in a plan for a creator whom nobody has named yet. */
export interface SlotKind {
  readonly id: string;
  readonly platform: string;
  readonly topics: readonly string[];
  readonly country: string;
  readonly city: string | null;
  /** Of a city that nobody has named; null: of any, or of the one that is named. */
  readonly cityTier: CityTier | null;
  /** Followers from `from` up to, not including, `below`. */
  readonly from: number;
  readonly below: number;
  /** What the forecast counts with: the middle of the band on a log scale. */
  readonly followers: number;
  /** "Xiaohongshu food, 5,000–10,000 followers, Chengdu" */
  readonly says: Sentence;
}

/** Narrower than a tier: the middle of a band is within a factor of two of all of it, so one size can speak for it. */
const EDGES = [1_000, 3_000, 5_000, 10_000, 30_000, 50_000, 100_000, 300_000, 1_000_000, 3_000_000];
const TOPICS_MAX = 3;
const PLACES_MAX = 4;

/**
 * Every kind of creator that a brief may look for: platform × place × size, of the brief's topics, and of each topic that
 * a quota counts. Topics alone make no kind: nothing is assumed that tells one from another. Tiers of cities are places
 * where a market is counted by them.
 */
export function slotKinds(brief: Brief, reference: Reference, isTiered: boolean): readonly SlotKind[] {
  const platforms =
    brief.platforms.length > 0
      ? brief.platforms
      : distinct([...usualPlatforms(brief.market), ...quotaValues(brief, "platform")]);
  const topics = [brief.topics.slice(0, TOPICS_MAX), ...quotaValues(brief, "topic").map((topic) => [topic])];
  return platforms.flatMap((platform) =>
    topics.flatMap((ofKind) =>
      placesOf(brief, reference, isTiered).flatMap((place) =>
        bandsOf(brief, reference, platform).map((band) => slotKind(platform, ofKind, place, band, reference)),
      ),
    ),
  );
}

type Place = Pick<SlotKind, "country" | "city" | "cityTier">;

function placesOf(brief: Brief, { cities }: Reference, isTiered: boolean): readonly Place[] {
  const { audience, market } = brief;
  const countries = audience.countries.length > 0 ? audience.countries : [market];
  const inCountry = (country: string): Place => ({ country, city: null, cityTier: null });
  const inTier = (tier: string): Place => ({ ...inCountry(market), cityTier: tier as CityTier });
  const inCities = audience.cities.map((city) => ({
    ...inCountry(cities.cityOf(city)?.country ?? market),
    city,
  }));
  const inTiers = isTiered && countries.includes(market) ? audience.cityTiers.map(inTier) : [];
  const abroad = countries.filter((country) => country !== market).map(inCountry);
  const first: readonly Place[] =
    inCities.length > 0
      ? inCities.slice(0, PLACES_MAX)
      : inTiers.length > 0
        ? [...inTiers, ...abroad.slice(0, PLACES_MAX)]
        : countries.slice(0, PLACES_MAX).map(inCountry);
  const asked = [
    ...quotaValues(brief, "country").map(inCountry),
    ...(isTiered ? quotaValues(brief, "cityTier").map(inTier) : []),
  ];
  const isThere = (place: Place) =>
    first.some(({ country, cityTier }) =>
      place.cityTier === null ? country === place.country : cityTier === place.cityTier,
    );
  return [...first, ...asked.filter((place) => !isThere(place))];
}

/** The fixed bands, cut where the brief's tier policy cuts, so that every slot has one tier. */
function bandsOf(
  brief: Brief,
  { tierPolicies }: Reference,
  platform: string,
): readonly (readonly [number, number])[] {
  const policy = chosenPolicy(tierPolicies, brief.tierPolicy, brief.market, platform);
  const [least = 0] = EDGES;
  const most = EDGES.at(-1) ?? 0;
  const cuts = policy.bands
    .flatMap(({ from, below }) => [from, below ?? 0])
    .filter((edge) => edge > least && edge < most);
  const edges = distinct([...EDGES, ...cuts]).sort((a, b) => a - b);
  return edges.slice(1).map((below, i) => [edges[i] ?? 0, below] as const);
}

function slotKind(
  platform: string,
  ofKind: readonly string[],
  place: Place,
  [from, below]: readonly [number, number],
  { platforms, topics, cities }: Reference,
): SlotKind {
  const topicNames = ofKind.map(
    (topic) => topics.topics.find(({ slug }) => slug === topic)?.names ?? unnamed(topic),
  );
  const { country, city, cityTier } = place;
  const cityName = city === null ? null : (cities.cityOf(city)?.names ?? unnamed(city));
  return {
    id: [platform, ofKind.join("+") || "-", `${from}-${below}`, placeId(place)].join("/"),
    ...{ platform, topics: ofKind, country, city, cityTier, from, below },
    followers: twoDigits(Math.sqrt(from * below)),
    says: sentence("plan.slot.kind", {
      platform: platformName(platforms, platform),
      topic: topicNames.length === 0 ? [] : [sentence("plan.slot.topic", { topic: topicNames })],
      from,
      below,
      place: [
        cityName !== null
          ? sentence("plan.slot.city", { city: cityName })
          : cityTier !== null
            ? sentence("plan.slot.cityTier", { cityTier })
            : sentence("plan.slot.country", { country }),
      ],
    }),
  };
}

export function placeId({ country, city, cityTier }: Place): string {
  return city ?? (cityTier === null ? country : `${country}-tier-${cityTier}`);
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

function quotaValues(brief: Brief, kind: string): readonly string[] {
  return brief.creators.quotas.flatMap(({ label, max }) =>
    label.startsWith(`${kind}:`) && max !== 0 ? label.slice(kind.length + 1) : [],
  );
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
