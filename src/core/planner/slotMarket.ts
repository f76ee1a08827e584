import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { hasCityTiers } from "#core/forecast/geoScheme";
import { followersOf } from "#core/forecast/postEvidence";
import type { PurchaseKind } from "#core/forecast/response";
import { sizeBandOf } from "#core/forecast/sizeBand";
import type { Group } from "#core/instance";
import { Coverage } from "#core/solver/coverage";
import { budgetForCreators } from "./boost.ts";
import { campaignModel, instanceFor } from "./campaignModel.ts";
import { placeId, type SlotKind, slotKinds } from "./slotKind.ts";
import { typicalCreator } from "./standIn.ts";

/** Typical creators who may take part in a plan as slots, and what each is a slot for. */
export interface SlotMarket {
  readonly creators: readonly Creator[];
  /** By creator id. */
  readonly slots: ReadonlyMap<string, SlotKind>;
}

export const NO_SLOTS: SlotMarket = { creators: [], slots: new Map() };

/** All slots together: as large a catalog as one plans in seconds. */
const SLOTS_MAX = 150;

interface Tried {
  readonly kind: SlotKind;
  /** What one alone brings for its money. */
  readonly density: number;
  readonly cheapestMinor: number;
  readonly labels: readonly string[];
}

/**
 * Slots to plan with: of every size the kind that brings most for its money, of every platform, topic and place the best
 * size, and what quotas ask for; each as often as such creators are assumed to be found, `real` ones counted to them, and
 * as the money goes. `scratch` is a book whose look-ups nobody shows: most kinds are tried and not taken.
 */
export function slotMarket(
  brief: Brief,
  real: readonly Creator[],
  reference: Reference,
  purchase: PurchaseKind,
  book: AssumptionBook,
  scratch: AssumptionBook,
): SlotMarket {
  const taken = kindsTaken(triedKinds(brief, reference, purchase, scratch), brief);
  const budget = budgetForCreators(brief);
  const counts = taken.map(({ kind, cheapestMinor }) => {
    const scope = { platform: kind.platform, size: sizeBandOf(kind.followers) };
    const found = book.find("creators-to-be-found", scope, "slots without a name").value;
    const known = real.filter((creator) => fits(creator, kind)).length;
    const affordable = budget === null ? found : Math.floor(budget / Math.max(1, cheapestMinor));
    return Math.max(1, Math.floor(Math.min(found - known, affordable, brief.creators.max ?? found)));
  });
  const scale = Math.min(1, SLOTS_MAX / counts.reduce((sum, count) => sum + count, 0));
  const slots = new Map<string, SlotKind>();
  const creators = taken.flatMap(({ kind }, i) =>
    Array.from({ length: Math.max(1, Math.floor((counts[i] ?? 0) * scale)) }, (_, n) => {
      const creator = creatorOf(kind, n + 1, brief);
      slots.set(creator.id, kind);
      return creator;
    }),
  );
  return { creators, slots };
}

/** Whether a creator is of a slot's platform and size. */
export function fits({ accounts }: Creator, { platform, from, below }: SlotKind): boolean {
  return accounts.some((account) => {
    const followers = account.platform === platform ? followersOf(account) : null;
    return followers !== null && followers >= from && followers < below;
  });
}

function creatorOf(kind: SlotKind, number: number, brief: Brief): Creator {
  const typical = typicalCreator(`slot/${kind.id}/${number}`, kind.platform, kind.followers, brief);
  const { country, city, cityTier, topics } = kind;
  return {
    ...typical,
    displayName: `${kind.id} #${number}`,
    accounts: typical.accounts.map((account) => ({ ...account, country, city, cityTier, topics })),
  };
}

function triedKinds(
  brief: Brief,
  reference: Reference,
  purchase: PurchaseKind,
  scratch: AssumptionBook,
): readonly Tried[] {
  const kinds = slotKinds(brief, reference, hasCityTiers(brief.market, scratch));
  const free = { ...brief, creators: { ...brief.creators, min: 0, max: null, exclude: [], lock: [] } };
  const creators = kinds.map((kind) => creatorOf(kind, 1, brief));
  const model = campaignModel(creators, free, reference, purchase, scratch);
  const groups = new Map(model.groups.map((group) => [group.group, group]));
  const coverage = new Coverage({ ...instanceFor(model, 0), quotas: [] });
  return kinds.flatMap((kind, i): Tried[] => {
    const group = groups.get(creators[i]?.id ?? "");
    return group === undefined || group.items.length === 0 ? [] : [triedAs(kind, group, coverage)];
  });
}

function triedAs(kind: SlotKind, { items }: Group, coverage: Coverage): Tried {
  return {
    kind,
    density: Math.max(...items.map(({ id, cost }) => coverage.valueAlone(id) / Math.max(1, cost))),
    cheapestMinor: Math.min(...items.map(({ cost }) => cost)),
    labels: [...new Set(items.flatMap(({ labels }) => labels))],
  };
}

function kindsTaken(tried: readonly Tried[], brief: Brief): readonly Tried[] {
  const best = tried.toSorted((a, b) => b.density - a.density || (a.kind.id < b.kind.id ? -1 : 1));
  const taken = new Set<Tried>();
  const firstOfEach = (keyOf: (kind: SlotKind) => string) => {
    const seen = new Set<string>();
    for (const one of best) {
      const key = keyOf(one.kind);
      if (!seen.has(key)) taken.add(one);
      seen.add(key);
    }
  };
  firstOfEach(({ from, below }) => `${from}-${below}`);
  firstOfEach((kind) => [kind.platform, ...kind.topics, placeId(kind)].join("/"));
  for (const { label } of brief.creators.quotas) {
    const counted = best.find(({ labels }) => labels.includes(label));
    const others = best.find(({ labels }) => !labels.includes(label));
    for (const one of [counted, others]) if (one) taken.add(one);
  }
  return best.filter((one) => taken.has(one));
}
