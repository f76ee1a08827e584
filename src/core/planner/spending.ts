import type { Assumption } from "#core/forecast/assumption";
import { logSdOf, shareAt, shockOf } from "#core/forecast/belief";
import type { Random } from "#core/random";
import type { ItemModel } from "./itemModel.ts";
import { betweenFloorAndMarket, type Price } from "./price.ts";

/** What a plan really costs in a scenario: fees as they turn out, commission on what was sold (docs/methods/costs.md). */
export class Spending {
  private readonly items: readonly ItemModel[];
  private readonly fees: readonly (readonly ((random: Random, floors: number) => number)[])[];
  /** What is believed of the market's weight in prices at a floor; null: nobody stands at one. */
  private readonly floorBelief: Assumption | null;

  constructor(items: readonly ItemModel[]) {
    this.items = items;
    const prices = items.flatMap(({ bundle }) => bundle.pieces.map(({ offer }) => offer.price));
    this.floorBelief = prices.find(({ qualifier }) => qualifier === "le")?.belief ?? null;
    this.fees = items.map(({ bundle }) =>
      bundle.pieces.map(({ offer, count }) => feeDraw(offer.price, count)),
    );
  }

  /** Minor units. `results`: each item's result over what was expected of it had it posted for sure. */
  draw(results: Float64Array, streams: readonly Random[], shared: Random): number {
    // How far above their floors creators sell is one thing for all of them.
    const z = shared.normal();
    const floors = this.floorBelief === null ? 0 : shareAt(this.floorBelief, z);
    return this.items.reduce((sum, { costParts, posting }, i) => {
      const random = streams[i]!;
      const paid = this.fees[i]!.reduce((fees, draw) => fees + draw(random, floors), 0);
      // Platform and agency take a share of the fee as it turns out.
      const onFee = costParts.platformFee + costParts.agency;
      const proportional = costParts.fee > 0 ? (onFee * paid) / costParts.fee : onFee;
      const commission = costParts.commission * (results[i]! / posting);
      return sum + paid + proportional + costParts.gift + costParts.handling + commission;
    }, 0);
  }
}

// A floor's price lies between it and the market, a range's anywhere inside; a quote moves by its belief around what it says.
function feeDraw(price: Price, count: number): (random: Random, floors: number) => number {
  const { feeMinor, lowMinor, highMinor, belief } = price;
  if (price.qualifier === "le")
    return (_, floors) => count * betweenFloorAndMarket(lowMinor, highMinor, floors);
  if (price.qualifier === "range")
    return (random) => count * (lowMinor + random.uniform() * (highMinor - lowMinor));
  const shock = shockOf(belief === null ? 0 : logSdOf(belief));
  return (random) => count * feeMinor * shock(random.normal());
}
