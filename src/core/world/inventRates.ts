import type { Rate } from "#core/catalog/creator";
import { type Currency, minorDigits } from "#core/money";
import type { IsoDate } from "#core/period";
import type { Provenance } from "#core/provenance";
import type { Random } from "#core/random";
import type { TrueAccount } from "./trueAccount.ts";
import type { WorldPlatform } from "./worldSpec.ts";

/** Of real fees, followers explain about a third of the variance (250,000 payments, Lumanu): exponent and noise to match. */
const SIZE_EXPONENT = 0.8;
const LOG_SD = 0.6;
const NO_QUOTE_SHARE = 0.2;
const RANGE_SHARE = 0.12;
const GIFTED_SHARE = 0.3;
/** A vendor's lowest quote, as a share of the price at 10,000 followers: at or below it says little. */
const FLOOR_SHARE = 0.12;

/** What an account asks: some ask nothing we know of, some stand at a vendor's floor, small ones may take the product. */
export function inventRates(
  account: TrueAccount,
  platform: WorldPlatform,
  currency: Currency,
  today: IsoDate,
  source: Provenance,
  random: Random,
): readonly Rate[] {
  if (random.uniform() < NO_QUOTE_SHARE) return [];
  const base =
    platform.priceAtTenThousand *
    (account.followers / 10_000) ** SIZE_EXPONENT *
    Math.exp(LOG_SD * random.normal());
  const floor = platform.priceAtTenThousand * FLOOR_SHARE;
  const isGifted = account.followers < 5000 && random.uniform() < GIFTED_SHARE;
  const isRange = random.uniform() < RANGE_SHARE;
  const common = { currency, commissionBp: null, terms: null, validFrom: today, source };
  if (isGifted)
    return platform.deliverables.slice(0, 1).map(({ slug }) => ({
      ...common,
      deliverable: slug,
      deal: "gifted",
      priceMinor: 0,
      priceMaxMinor: null,
      qualifier: "eq",
    }));
  return platform.deliverables.map(({ slug, priceFactor }) => {
    const asked = base * priceFactor;
    const atFloor = asked <= floor;
    const priceMinor = minor(tidy(Math.max(asked, floor)), currency);
    return {
      ...common,
      deliverable: slug,
      deal: "flat",
      priceMinor,
      priceMaxMinor: isRange && !atFloor ? minor(tidy(asked * 1.4), currency) : null,
      qualifier: atFloor ? "le" : isRange ? "range" : "eq",
    };
  });
}

/** Two leading digits, as people quote: 1,847 is asked as 1,800. */
function tidy(major: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(major)) - 1);
  return Math.max(1, Math.round(major / step) * step);
}

function minor(major: number, currency: Currency): number {
  return Math.round(major * 10 ** minorDigits(currency));
}
