import type { Brief } from "#core/brief/brief";
import { type BookingRoute, orderPlaceOf } from "#core/catalog/deal";
import type { Reference } from "#core/catalog/reference";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { meanPower } from "#core/forecast/belief";
import type { Bundle } from "./offer.ts";

/** How a bundle is booked, and what that takes beside the fee. */
export interface Booking {
  /** Null: nobody said, and nothing is assumed of it but the platform's usual share. */
  readonly route: BookingRoute | null;
  /** False: past the platform's market place (非报备), though it has one. Null: not known, or it has none. */
  readonly filed: boolean | null;
  readonly platformFeeShare: number;
  readonly agencyShare: number;
  readonly hours: number;
}

export function bookingOf(
  { account, pieces }: Bundle,
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): Booking {
  const terms = pieces[0]?.offer.price.terms ?? null;
  const ordered = terms?.filed === true ? "platform-order" : null;
  const route = terms?.route ?? ordered ?? brief.deals.route;
  const { platform } = account;
  const hasPlace = orderPlaceOf(reference.deals, platform) !== null;
  const filed =
    terms?.filed ?? (route === "platform-order" ? true : route === "direct" && hasPlace ? false : null);
  const platformTakesNone = filed === false || route === "direct";
  const agencyTakesNone = route === "direct";
  const hoursStated = !brief.defaults.some(({ path }) => path === "handling.hoursPerCreator");
  const hoursShare =
    route === null || hoursStated ? 1 : meanPower(book.find("handling-by-route", { route }, "hours"));
  return {
    route,
    filed,
    platformFeeShare: platformTakesNone
      ? 0
      : meanPower(book.find("platform-fee-share", { platform }, "costs")),
    agencyShare: agencyTakesNone
      ? 0
      : meanPower(book.find("agency-share", route === null ? {} : { route }, "costs")),
    hours: brief.handling.hoursPerCreator * hoursShare,
  };
}
