import type { Assumption } from "#core/forecast/assumption";
import { type LogShock, logSdOf, logShock, shareAt, shockAt, shockOf } from "#core/forecast/belief";
import type { Random } from "#core/random";
import type { Extra } from "./dealExtras.ts";
import { feeOf, type UnitPrice } from "./dealOffer.ts";
import type { ItemModel } from "./itemModel.ts";
import { betweenFloorAndMarket, type Price } from "./price.ts";

type FeeDraw = (random: Random, floors: number, delivered: number) => number;

/** What moves the prices of all items of a scenario. */
export interface SharedSpending {
  readonly floors: number;
  readonly extrasAt: number;
}

/** What a plan really costs in a scenario: fees as they turn out, commission on what was sold (docs/methods/costs.md). */
export class Spending {
  private readonly items: readonly ItemModel[];
  private readonly fees: readonly (readonly FeeDraw[])[];
  private readonly extras: readonly (readonly { readonly minor: number; readonly shock: LogShock }[])[];
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
    this.extras = items.map((item) =>
      extrasOf(item).map(({ minor, belief }) => ({
        minor,
        shock: logShock(belief === null ? 0 : logSdOf(belief)),
      })),
    );
    this.assumedExtras = items.some((item) => extrasOf(item).some(({ belief }) => belief !== null));
  }

  /** What moves the prices of all items alike, scenario by scenario. */
  shared(shared: Random): SharedSpending {
    // How far above their floors creators sell is one thing for all of them.
    const z = shared.normal();
    const floors = this.floorBelief === null ? 0 : shareAt(this.floorBelief, z);
    // What rights and the like turn out to cost is one thing for all of them too.
    return { floors, extrasAt: this.assumedExtras ? shared.normal() : 0 };
  }

  /**
   * What one item takes, minor units. `result` and `delivered`: its result, and its views (or clicks), over what was
   * expected of it had it posted for sure.
   */
  draw(
    i: number,
    result: number,
    delivered: number,
    random: Random,
    { floors, extrasAt }: SharedSpending,
  ): number {
    const { costParts, posting } = this.items[i]!;
    let paid = 0;
    for (const draw of this.fees[i]!) paid += draw(random, floors, delivered);
    let extras = 0;
    for (const { minor, shock } of this.extras[i]!) extras += minor * shockAt(shock, extrasAt);
    // Platform and agency take a share of the fee as it turns out, and tax and rebate are one.
    const onFee = costParts.platformFee + costParts.agency + costParts.tax + costParts.rebate;
    const proportional = costParts.fee > 0 ? (onFee * paid) / costParts.fee : onFee;
    const commission = costParts.commission * (result / posting);
    return paid + proportional + extras + costParts.gift + costParts.handling + commission;
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
