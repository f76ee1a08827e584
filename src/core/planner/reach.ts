import { CLASS_COUNT, cellAt, touchIndex } from "#core/forecast/atomFrame";
import type { GeoCell } from "#core/forecast/geoScheme";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { touchOf } from "./touch.ts";

const UNKNOWN = "unknown";

/** Who sees a plan, whatever its metric counts. */
export interface Reach {
  /** People in the target who see at least one post. */
  readonly people: number;
  readonly shareOfTarget: number | null;
  /** Of the target people who follow at least one chosen creator, those who see at least one of the posts. */
  readonly seesAtLeastOne: number | null;
  /** Share of the plan's views that fall on the target. */
  readonly inTargetShare: number | null;
  readonly overlap: readonly (readonly number[])[];
  readonly byCityTier: readonly { readonly tier: string; readonly people: number }[];
}

export function reachOf(items: readonly ItemModel[], model: CampaignModel): Reach {
  const { frame } = model.audience;
  const sees = items.map((item) => seen(item, model, "all"));
  const asFollowers = items.map((item) => seen(item, model, "followers"));
  const following = items.map((item) => seen(item, model, "following"));
  const everyone = frame.people.reduce((sum, people) => sum + people, 0);
  const people = union(sees, frame.people);
  const followed = union(following, frame.people);
  const views = items.reduce((sum, item) => sum + item.views, 0);
  return {
    people,
    shareOfTarget: everyone > 0 ? people / everyone : null,
    seesAtLeastOne: followed > 0 ? union(asFollowers, frame.people) / followed : null,
    inTargetShare: views > 0 ? items.reduce((sum, i) => sum + i.views * i.inTargetShare, 0) / views : null,
    overlap: overlapOf(sees, frame.people),
    byCityTier: byCityTier(sees, model),
  };
}

/** Chance of each atom to see the item ("all"), to see it as a follower, or to follow its creator at all. */
function seen(item: ItemModel, model: CampaignModel, how: "all" | "followers" | "following"): Float64Array {
  const { frame } = model.audience;
  const touch = touchOf(item.bundle, model.audience, model.book, how === "following");
  const index = touchIndex(frame, item.bundle.account.platform);
  const posting = how === "following" ? 1 : item.posting;
  return Float64Array.from(frame.people, (_, atom) => {
    const k = index(atom);
    if (k < 0) return 0;
    const stranger = how === "all" ? touch.stranger[k]! : 0;
    return posting * (1 - (1 - touch.follower[k]!) * (1 - stranger));
  });
}

function union(chances: readonly Float64Array[], people: Float64Array): number {
  let sum = 0;
  for (let atom = 0; atom < people.length; atom++) {
    let missed = 1;
    for (const chance of chances) missed *= 1 - chance[atom]!;
    sum += people[atom]! * (1 - missed);
  }
  return sum;
}

/** People who see both, over those who see the smaller of the two. */
function overlapOf(sees: readonly Float64Array[], people: Float64Array): readonly (readonly number[])[] {
  const alone = sees.map((chance) => chance.reduce((sum, p, atom) => sum + p * people[atom]!, 0));
  return sees.map((a, i) =>
    sees.map((b, j) => {
      if (i === j) return 1;
      const both = a.reduce((sum, p, atom) => sum + p * b[atom]! * people[atom]!, 0);
      const smaller = Math.min(alone[i]!, alone[j]!);
      return smaller > 0 ? both / smaller : 0;
    }),
  );
}

/**
 * Mainland China only. A region that is one city (Beijing, Shanghai) has that city's tier; a province, a country and
 * people known by their ids alone have none: "unknown".
 */
function byCityTier(sees: readonly Float64Array[], model: CampaignModel): Reach["byCityTier"] {
  const { frame, scheme } = model.audience;
  if (model.brief.market !== "CN") return [];
  const perPattern = frame.cells.length * CLASS_COUNT;
  const segments = perPattern * frame.patterns.length;
  const { cities } = model.reference;
  const isCity = (key: string) =>
    scheme.kind === "city" || cities.tables.cities.filter(({ region }) => region === key).length === 1;
  const tierOf = ({ key, country }: GeoCell) => {
    if (scheme.kind === "cityTier" || country !== "CN") return key;
    return isCity(key) ? (cities.tierOf(key)?.tier ?? UNKNOWN) : UNKNOWN;
  };
  const tierOfCell = new Map(frame.cells.map(({ geo }) => [geo.key, tierOf(geo)] as const));
  const tierOfAtom = Array.from(frame.people, (_, atom) => {
    const cell = atom < segments ? cellAt(frame, atom % perPattern) : null;
    return tierOfCell.get(cell?.geo.key ?? "") ?? UNKNOWN;
  });
  const known = new Set(tierOfAtom);
  known.delete(UNKNOWN);
  return [...known, UNKNOWN].flatMap((tier) => {
    const people = union(
      sees,
      frame.people.map((count, atom) => (tierOfAtom[atom] === tier ? count : 0)),
    );
    return tier === UNKNOWN && people === 0 ? [] : [{ tier, people }];
  });
}
