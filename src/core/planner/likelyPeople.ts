import { atomsOf } from "#core/forecast/atomFrame";
import { quantileOfSorted } from "#core/maths/quantile";
import { ATOMS_FEW } from "./atomSample.ts";
import { type CampaignModel, instanceFor, probabilities } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { seeing } from "./metricModel.ts";
import { simulate } from "./simulate.ts";

/** Beside the metric's own 10,000: a median of people needs fewer. */
const DRAWS_OF_PEOPLE = 2_000;

/**
 * People in the target who likely (median) see at least one post, whatever the metric counts. Drawn as the metric is:
 * people at mean rates beside a median of impressions would have more viewers than views.
 */
export function likelyPeople(items: readonly ItemModel[], model: CampaignModel, seed: number): number {
  if (items.length === 0) return 0;
  const { audience, book } = model;
  const metric = seeing(model.metric.orderNetMinor);
  const viewers = items.map(
    (item): ItemModel => ({
      ...item,
      ...{ figure: item.bundle.pieces[0]!.offer.views, responseFactors: [], responseSd: 0, value: 0 },
    }),
  );
  const groups = viewers.map((item) => {
    const { bundle, costMinor } = item;
    const atoms = atomsOf(audience.frame, bundle.account.platform);
    const p = probabilities(bundle, item, atoms, audience, metric, book);
    const alone = { id: bundle.id, cost: costMinor, p, labels: [], uses: {}, value: 0 };
    return { group: bundle.creator.id, labels: [], atoms, items: [alone] };
  });
  const reachModel: CampaignModel = { ...model, metric, groups, weights: Array.from(audience.frame.people) };
  const instance = { ...instanceFor(reachModel, 0), quotas: [] };
  const { outcomes } = simulate(viewers, reachModel, instance, {
    ...{ draws: DRAWS_OF_PEOPLE, seed, atoms: ATOMS_FEW },
  });
  return quantileOfSorted(outcomes.toSorted(), 0.5);
}
