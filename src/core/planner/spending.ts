import type { Assumption } from "#core/forecast/assumption";
import { logSdOf, shareAt, shockOf } from "#core/forecast/belief";
import type { Random } from "#core/random";
import type { Extra } from "./dealExtras.ts";
import { feeOf, type UnitPrice } from "./dealOffer.ts";
import type { ItemModel } from "./itemModel.ts";
import { betweenFloorAndMarket, type Price } from "./price.ts";

type FeeDraw = (random: Random, floors: number, delivered: number) => number;

/** What a plan really costs in a scenario: fees as they turn out, commission on what was sold (docs/methods/costs.md). */
export class Spending {
  private readonly items: readonly ItemModel[];
  private readonly fees: readonly (readonly FeeDraw[])[];
  private readonly assumedExtras: boolean;
  /** What is believed of the market's weight in prices at a floor; null: nobody stands at one. */
  private readonly floorBelief: Assumption | null;

  constructor(items: readonly ItemModel[]) {
    this.items = items;
    const prices = items.flatMap(({ bundle }) => bundle.pieces.map(({ offer }) => offer.price));
    this.floorBelief = prices.find(({ qualifier }) => qualifier === "le")?.belief ?? null;
    this.fees = items.map(({ bundle }) =>
      bundle.pieces.map(({ offer, count }) =>
        offer.unit === null ? feeDraw(offer.price, count) : unitDraw(offer.unit, count),
      ),
    );
    this.assumedExtras = items.some((item) => extrasOf(item).some(({ belief }) => belief !== null));
  }

  /**
   * Minor units. `results` and `delivered`: each item's result, and its views (or clicks), over what was expected of it had
   * it posted for sure.
   */
  draw(results: Float64Array, delivered: Float64Array, streams: readonly Random[], shared: Random): number {
    // How far above their floors creators sell is one thing for all of them.
    const z = shared.normal();
    const floors = this.floorBelief === null ? 0 : shareAt(this.floorBelief, z);
    // What rights and the like turn out to cost is one thing for all of them too.
    const extrasAt = this.assumedExtras ? shared.normal() : 0;
    return this.items.reduce((sum, item, i) => {
      const { costParts, posting } = item;
      const random = streams[i]!;
      const paid = this.fees[i]!.reduce((fees, draw) => fees + draw(random, floors, delivered[i]!), 0);
      // Platform and agency take a share of the fee as it turns out.
      const onFee = costParts.platformFee + costParts.agency;
      const proportional = costParts.fee > 0 ? (onFee * paid) / costParts.fee : onFee;
      const commission = costParts.commission * (results[i]! / posting);
      const extras = extrasOf(item).reduce(
        (paidFor, { minor, belief }) =>
          paidFor + (belief === null ? minor : minor * shockOf(logSdOf(belief))(extrasAt)),
        0,
      );
      return sum + paid + proportional + extras + costParts.gift + costParts.handling + commission;
    }, 0);
  }
}

const NO_EXTRAS: readonly Extra[] = [];

function extrasOf({ extras }: ItemModel): readonly Extra[] {
  const { rights, exclusivity, travel } = extras;
  if (rights === null && exclusivity === null && travel === null) return NO_EXTRAS;
  return [rights, exclusivity, travel].filter((extra) => extra !== null);
}

// Paid for what is delivered, up to the cap.
function unitDraw(unit: UnitPrice, count: number): FeeDraw {
  return (_random, _floors, delivered) => count * feeOf(unit, delivered);
}

// A floor's price lies between it and the market, a range's anywhere inside; a quote moves by its belief around what it says.
function feeDraw(price: Price, count: number): FeeDraw {
  const { feeMinor, lowMinor, highMinor, belief } = price;
  if (price.qualifier === "le")
    return (_, floors) => count * betweenFloorAndMarket(lowMinor, highMinor, floors);
  if (price.qualifier === "range")
    return (random) => count * (lowMinor + random.uniform() * (highMinor - lowMinor));
  const shock = shockOf(belief === null ? 0 : logSdOf(belief));
  return (random) => count * feeMinor * shock(random.normal());
}
