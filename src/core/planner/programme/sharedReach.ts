import type { Brief } from "#core/brief/brief";
import type { Reference } from "#core/catalog/reference";
import { ageWanted } from "#core/forecast/ageBand";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { CLASS_COUNT, cellAt, touchIndex } from "#core/forecast/atomFrame";
import { type AudienceCell, audienceCells } from "#core/forecast/audienceCell";
import { type GeoCell, geoScheme } from "#core/forecast/geoScheme";
import { type Audience, audienceOver } from "../audience.ts";
import type { CampaignModel } from "../campaignModel.ts";
import type { ItemModel } from "../itemModel.ts";
import { touchOf } from "../touch.ts";

/** Whom several campaigns reach, each person counted once. */
export interface SharedReach {
  /** People who see at least one post of a campaign that is meant for them. */
  readonly people: number;
  /** The campaigns' reaches added up: whoever two campaigns reach counts twice. */
  readonly sum: number;
  /** People of another campaign's audience who see only posts that are meant for others. */
  readonly incidental: number;
  readonly pairs: readonly {
    readonly campaigns: readonly [number, number];
    /** People whom both reach. */
    readonly people: number;
    /** Of the smaller of the two. */
    readonly share: number;
  }[];
}

/** One common map of all people, and the part of each of its atoms that a campaign is meant for. */
interface CommonMap {
  readonly audience: Audience;
  readonly book: AssumptionBook;
  /** By campaign: 0–1 for each atom. */
  readonly meant: readonly Float64Array[];
}

/**
 * `reaches`: what each campaign's own plan says it reaches. Overlap is counted on a map that all campaigns share, and taken
 * as the share of the sum that remains, so that equal audiences give exactly the union and no figure contradicts a plan.
 */
export function sharedReach(
  plans: readonly (readonly ItemModel[])[],
  reaches: readonly number[],
  models: readonly CampaignModel[],
  reference: Reference,
  book: AssumptionBook,
): SharedReach {
  const map = commonMap(plans, models, reference, book);
  const sees = plans.map((items) => seenBy(items, map));
  const { people } = map.audience.frame;
  let [union, sum, strangers] = [0, 0, 0];
  const alone = plans.map(() => 0);
  const both = plans.map(() => plans.map(() => 0));
  for (let atom = 0; atom < people.length; atom++) {
    const count = people[atom]!;
    if (count === 0) continue;
    for (const { share, campaigns } of layers(map.meant, atom)) {
      const of = (some: readonly number[]) => some.reduce((missed, c) => missed * (1 - sees[c]![atom]!), 1);
      const own = 1 - of(campaigns);
      union += count * share * own;
      strangers +=
        count * share * (1 - own) * (1 - of(plans.map((_, c) => c).filter((c) => !campaigns.includes(c))));
      for (const c of campaigns) {
        alone[c]! += count * share * sees[c]![atom]!;
        for (const d of campaigns) both[c]![d]! += count * share * sees[c]![atom]! * sees[d]![atom]!;
      }
    }
  }
  for (const people of alone) sum += people;
  const said = reaches.reduce((total, reach) => total + reach, 0);
  const asSaid = sum > 0 ? said / sum : 0;
  const pairs = plans.flatMap((_, c) =>
    plans.slice(c + 1).map((__, k) => {
      const d = c + 1 + k;
      const smaller = Math.min(alone[c]!, alone[d]!);
      const people = both[c]![d]!;
      return {
        campaigns: [c, d] as const,
        people: people * asSaid,
        share: smaller > 0 ? people / smaller : 0,
      };
    }),
  );
  return { people: union * asSaid, sum: said, incidental: strangers * asSaid, pairs };
}

/** Chance of each atom to see at least one post of the plan. */
function seenBy(items: readonly ItemModel[], { audience, book }: CommonMap): Float64Array {
  const { frame } = audience;
  const missed = new Float64Array(frame.people.length).fill(1);
  for (const item of items) {
    const touch = touchOf(item.bundle, audience, book);
    const index = touchIndex(frame, item.bundle.account.platform);
    for (let atom = 0; atom < missed.length; atom++) {
      const k = index(atom);
      if (k < 0) continue;
      missed[atom]! *= 1 - item.posting * (1 - (1 - touch.follower[k]!) * (1 - touch.stranger[k]!));
    }
  }
  return missed.map((chance) => 1 - chance);
}

/** An atom cut by whom it is meant for. Parts of one cell lie within each other: the narrower inside the wider. */
function layers(
  meant: readonly Float64Array[],
  atom: number,
): readonly { readonly share: number; readonly campaigns: readonly number[] }[] {
  const wanted = meant
    .map((parts, campaign) => ({ campaign, part: parts[atom]! }))
    .filter(({ part }) => part > 0)
    .sort((a, b) => b.part - a.part || a.campaign - b.campaign);
  return wanted.flatMap(({ part }, k) => {
    const share = part - (wanted[k + 1]?.part ?? 0);
    return share > 0 ? [{ share, campaigns: wanted.slice(0, k + 1).map(({ campaign }) => campaign) }] : [];
  });
}

function commonMap(
  plans: readonly (readonly ItemModel[])[],
  models: readonly CampaignModel[],
  reference: Reference,
  book: AssumptionBook,
): CommonMap {
  const briefs = models.map(({ brief }) => brief);
  const [first] = models;
  const same = briefs.every((brief) => audienceKey(brief) === audienceKey(briefs[0]!));
  const ids = new Set(models.flatMap(({ audience }) => [...audience.of.keys()]));
  const sameAccounts = models.every((model) => model.audience.of.size === ids.size);
  if (same && sameAccounts && first) {
    const { audience } = first;
    return {
      audience,
      book,
      meant: models.map(() => new Float64Array(audience.frame.people.length).fill(1)),
    };
  }
  // Only who is booked: users whom platforms share are counted for four of them, and a catalog often has more.
  const accounts = new Map(
    plans.flat().map(({ bundle: { account, followers } }) => {
      const known = same ? account : { ...account, sample: null };
      return [account.id, { account: known, followers }] as const;
    }),
  );
  const wide = same ? briefs[0]! : widest(briefs);
  const scheme = geoScheme(
    wide,
    [...accounts.values()].map(({ account }) => account),
    REGIONS,
    book,
  );
  const cells = same
    ? audienceCells(wide, scheme)
    : audienceCells(wide, { ...scheme, cells: scheme.cells.map((cell) => ({ ...cell, inTarget: 1 })) });
  const audience = audienceOver(scheme, cells, [...accounts.values()], wide, reference, book);
  const { frame } = audience;
  const perPattern = frame.cells.length * CLASS_COUNT;
  const segments = perPattern * frame.patterns.length;
  const meant = briefs.map((brief) => {
    const ofCell = new Map(
      cells.map((cell) => [cell, same ? 1 : partWanted(cell, brief, reference, book)] as const),
    );
    return Float64Array.from(frame.people, (_, atom) => {
      const cell = atom < segments ? cellAt(frame, atom % perPattern) : null;
      return cell === null ? 1 : (ofCell.get(cell) ?? 0);
    });
  });
  return { audience, book, meant };
}

const REGIONS = 12;

function audienceKey({ market, topics, audience }: Brief): string {
  const { countries, cities, cityTiers, ages, genders, interests } = audience;
  return JSON.stringify([market, topics, countries, cities, cityTiers, ages, genders, interests]);
}

/** Everybody whom any of the briefs may mean, over places that all of them can be read on. */
function widest(briefs: readonly Brief[]): Brief {
  const [first] = briefs;
  const each = (of: (brief: Brief) => readonly string[]) => [...new Set(briefs.flatMap(of))];
  return {
    ...first!,
    topics: [],
    audience: {
      countries: each(({ audience, market }) =>
        audience.countries.length > 0 ? audience.countries : [market],
      ),
      cities: each(({ audience }) => audience.cities),
      cityTiers: briefs.some(({ audience }) => audience.cityTiers.length > 0) ? ALL_TIERS : [],
      ...{ ages: [], genders: [], languages: [], interests: [] },
    },
  };
}

const ALL_TIERS = ["1", "new1", "2", "3", "4", "5"];

/** The part of a cell that a brief means. */
function partWanted(
  { geo, age, female }: AudienceCell,
  { audience, market }: Brief,
  { cities }: Reference,
  book: AssumptionBook,
): number {
  const countries = audience.countries.length > 0 ? audience.countries : [market];
  if (!countries.includes(geo.country)) return 0;
  const gender = audience.genders.length === 0 || audience.genders.includes(female ? "female" : "male");
  if (!gender) return 0;
  const interest =
    audience.interests.length > 0 ? book.find("topic-share", {}, "people by main interest").value : 1;
  return ageWanted(age, audience.ages) * interest * placeWanted(geo, audience, cities, book);
}

function placeWanted(
  { key, country }: GeoCell,
  { cities, cityTiers }: Brief["audience"],
  known: Reference["cities"],
  book: AssumptionBook,
): number {
  if (cities.length > 0) return cities.includes(key) ? 1 : 0;
  if (cityTiers.length === 0 || country !== "CN") return 1;
  const tier = ALL_TIERS.includes(key) ? key : (known.tierOf(key)?.tier ?? null);
  if (tier !== null) return cityTiers.includes(tier) ? 1 : 0;
  // A place that is no single city holds tiers as the country does.
  const people = (tiers: readonly string[]) =>
    tiers.reduce(
      (sum, cityTier) =>
        sum + book.find("city-tier-share", { market: country, cityTier }, "people by city tier").value,
      0,
    );
  return people(cityTiers) / people(ALL_TIERS);
}
