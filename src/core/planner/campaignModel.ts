import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { atomsOf, cellAt, touchIndex } from "#core/forecast/atomFrame";
import type { PurchaseKind } from "#core/forecast/response";
import type { Group, Instance, Item } from "#core/instance";
import type { Sentence } from "#core/sentence";
import { type Audience, audienceOf } from "./audience.ts";
import { type ItemModel, itemModel } from "./itemModel.ts";
import { labelsOf, quotaRows } from "./label.ts";
import { type MetricModel, metricModel } from "./metricModel.ts";
import { namedCreators, refuseUnbookable } from "./namedCreators.ts";
import { type Bundle, bundlesOfCreator, type ProposedOffer, proposedBundle } from "./offer.ts";
import type { SlotKind } from "./slotKind.ts";
import { touchOf } from "./touch.ts";

/** A brief and a catalog as a portfolio problem, with what every item of it means. */
export interface CampaignModel {
  readonly brief: Brief;
  readonly reference: Reference;
  readonly book: AssumptionBook;
  readonly audience: Audience;
  readonly metric: MetricModel;
  readonly items: ReadonlyMap<string, ItemModel>;
  /** Costs in whole minor units; the budget is the caller's. */
  readonly groups: readonly Group[];
  readonly weights: readonly number[];
  /** Creators left out because nothing says how many follow them. */
  readonly unknownSize: number;
  /** By creator id: who is no creator yet but a place for one. */
  readonly slots: ReadonlyMap<string, SlotKind>;
  /** Names in the brief's lists that nobody has. */
  readonly warnings: readonly Sentence[];
  /** What somebody proposes, as items by account; accounts of which the brief can book nothing are left out. */
  readonly proposed: ReadonlyMap<string, string>;
}

/** Accounts by id: the rows of a list that propose them, each with the offers of which it means one. */
export type Proposed = ReadonlyMap<string, readonly (readonly ProposedOffer[])[]>;

export function campaignModel(
  creators: readonly Creator[],
  brief: Brief,
  reference: Reference,
  kind: PurchaseKind,
  book: AssumptionBook,
  proposals: Proposed = new Map(),
  /** How many times as many numbers the problem holds that this model becomes part of. */
  timesLarger = 1,
): CampaignModel {
  const named = namedCreators(creators, brief.creators);
  const allowed = creators.filter((creator) => !named.excluded.has(creator.id));
  let unknownSize = 0;
  const proposed = new Map<string, string>();
  const bundles = allowed.flatMap((creator) => {
    const found = bundlesOfCreator(creator, brief, reference, book);
    if (found === null) unknownSize++;
    const asked = creator.accounts.flatMap((account) => {
      const rows = proposals.get(account.id);
      return (rows && proposedBundle(creator, account, rows, brief, reference, book)) ?? [];
    });
    for (const { account, id } of asked) proposed.set(account.id, id);
    return [...(found ?? []), ...asked.filter(({ id }) => !found?.some((bundle) => bundle.id === id))];
  });
  refuseUnbookable(creators, named.locked, new Set(bundles.map(({ creator }) => creator.id)));
  const accounts = new Map(
    bundles.map(({ account, followers }) => [account.id, { account, followers }] as const),
  );
  const audience = audienceOf([...accounts.values()], bundles.length * timesLarger, brief, reference, book);
  const metric = metricModel(brief, kind, reference, bundles, book);
  const items = new Map(
    bundles.map(
      (bundle) => [bundle.id, itemModel(bundle, brief, audience, metric, kind, reference, book)] as const,
    ),
  );
  return {
    brief,
    reference,
    book,
    audience,
    metric,
    items,
    groups: groupsOf(bundles, items, named.locked, brief, audience, metric, reference, book),
    weights:
      metric.kind === "sum" ? [] : Array.from(audience.frame.people, (people) => people * metric.weight),
    unknownSize,
    slots: new Map(),
    warnings: named.warnings,
    proposed,
  };
}

/** The problem for this much money, minor units. */
export function instanceFor(model: CampaignModel, budgetMinor: number, groups = model.groups): Instance {
  const { brief } = model;
  return {
    budget: budgetMinor,
    atoms: model.weights.length,
    weights: model.weights,
    minItems: brief.creators.min > 0 ? brief.creators.min : null,
    maxItems: brief.creators.max,
    quotas: quotaRows(
      brief,
      groups.filter((group) => group.labels.includes(`lock:${group.group}`)).map((group) => group.group),
    ),
    extraBudgets: {},
    lock: [],
    exclude: [],
    groups,
  };
}

function groupsOf(
  bundles: readonly Bundle[],
  items: ReadonlyMap<string, ItemModel>,
  locked: ReadonlySet<string>,
  brief: Brief,
  audience: Audience,
  metric: MetricModel,
  reference: Reference,
  book: AssumptionBook,
): readonly Group[] {
  const byCreator = new Map<string, Bundle[]>();
  for (const bundle of bundles) {
    const known = byCreator.get(bundle.creator.id);
    if (known) known.push(bundle);
    else byCreator.set(bundle.creator.id, [bundle]);
  }
  return [...byCreator].map(([creatorId, own]) => {
    const platforms = [...new Set(own.map((bundle) => bundle.account.platform))];
    const atoms =
      metric.kind === "sum"
        ? []
        : [...new Set(platforms.flatMap((platform) => atomsOf(audience.frame, platform)))].sort(
            (a, b) => a - b,
          );
    const groupItems = own.map((bundle): Item => {
      const item = items.get(bundle.id)!;
      return {
        id: bundle.id,
        cost: item.costMinor,
        p: metric.kind === "sum" ? 0 : probabilities(bundle, item, atoms, audience, metric, book),
        labels: labelsOf(bundle, brief, audience, reference),
        uses: {},
        value: item.value,
      };
    });
    return {
      group: creatorId,
      labels: locked.has(creatorId) ? [`lock:${creatorId}`] : [],
      atoms,
      items: groupItems,
    };
  });
}

/** p of each atom: posted, seen, and (persuasion metrics) acted upon. */
export function probabilities(
  bundle: Bundle,
  item: ItemModel,
  atoms: readonly number[],
  audience: Audience,
  metric: MetricModel,
  book: AssumptionBook,
): readonly number[] {
  const { frame } = audience;
  const touch = touchOf(bundle, audience, book);
  const index = touchIndex(frame, bundle.account.platform);
  return atoms.map((atom) => {
    const k = index(atom);
    if (k < 0) return 0;
    const sees = 1 - (1 - touch.follower[k]!) * (1 - touch.stranger[k]!);
    return item.posting * sees * metric.acts(item, cellAt(frame, k));
  });
}
