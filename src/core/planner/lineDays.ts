import type { Duration } from "#core/brief/brief";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { scopeOf } from "./offer.ts";
import type { LineDays } from "./stepsBack.ts";

const ASSUMED: Readonly<Record<Duration, string>> = {
  reply: "days-to-reply",
  contract: "days-to-contract",
  shipping: "days-to-ship",
  trial: "days-to-try",
  draft: "days-to-draft",
  review: "days-to-review",
  filing: "days-to-file",
  views: "days-of-views",
};

/** What a line's steps take: the brief's own days, else the assumed ones of its platform, route and market. */
export function lineDays(
  { bundle, booking, costParts }: ItemModel,
  { brief, book }: CampaignModel,
): LineDays {
  const route = booking.filed === true ? "platform-order" : booking.route;
  const scope = { ...scopeOf(bundle), market: brief.market, ...(route === null ? {} : { route }) };
  const days = (name: Duration) =>
    brief.calendar.durations[name] ?? book.find(ASSUMED[name], scope, "calendar").value;
  const isSent = costParts.gift > 0;
  return {
    reply: days("reply"),
    contract: days("contract"),
    shipping: isSent ? days("shipping") : null,
    trial: isSent ? days("trial") : null,
    draft: days("draft"),
    review: days("review"),
    filing: route === "platform-order" ? days("filing") : null,
    views: days("views"),
  };
}
