import { quantileOfSorted } from "#core/maths/quantile";
import { daysBetween, type IsoDate } from "#core/period";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import type { FairPrice, JudgeLine } from "./judgeDocument.ts";
import type { Bundle } from "./offer.ts";
import { assumedPrice } from "./price.ts";

/** Peers are creators of the same platform within this factor of followers, who quote the same deliverable. */
const PEER_SIZE = 2;
const PEERS_FEWEST = 8;
/** Nine in ten assumed prices lie between the ends of a range, eight in ten of the peers'. */
const PEERS_FROM = 0.1;
const PEERS_TO = 0.9;
/** A quote older than this is asked for anew. */
export const QUOTE_DAYS = 90;

/** What the fee of a bundle usually is: of at least eight peers with quotes, else of the assumptions. */
export function fairPrice(bundle: Bundle, model: CampaignModel, listed: ReadonlySet<string>): FairPrice {
  const { currency } = model.brief;
  const money = (amountMinor: number) => ({ amountMinor: Math.round(amountMinor), currency });
  const byPiece = bundle.pieces.map(({ offer, count }) => ({
    count,
    fees: peerFees(bundle, offer.deliverable, model, listed),
    offer,
  }));
  const peers = Math.min(...byPiece.map(({ fees }) => fees.length));
  const sum = (fee: (piece: (typeof byPiece)[number]) => number) =>
    byPiece.reduce((total, piece) => total + piece.count * fee(piece), 0);
  if (peers >= PEERS_FEWEST)
    return {
      ...{ basis: "peers", peers },
      low: money(sum(({ fees }) => quantileOfSorted(fees, PEERS_FROM))),
      high: money(sum(({ fees }) => quantileOfSorted(fees, PEERS_TO))),
    };
  const usual = byPiece.map(({ offer }) =>
    assumedPrice(bundle.account, offer.format, offer.deliverable, bundle.followers, {
      ...{ currency, fx: model.reference.fx, book: model.book },
    }),
  );
  const assumed = (fee: (price: (typeof usual)[number]) => number) =>
    byPiece.reduce((total, { count }, i) => total + count * fee(usual[i]!), 0);
  return {
    ...{ basis: "assumptions", peers },
    low: money(assumed(({ lowMinor }) => lowMinor)),
    high: money(assumed(({ highMinor }) => highMinor)),
  };
}

function peerFees(
  { account, followers }: Bundle,
  deliverable: string,
  model: CampaignModel,
  listed: ReadonlySet<string>,
): Float64Array {
  const fees = new Map<string, number>();
  for (const { bundle } of model.items.values()) {
    const ratio = bundle.followers / followers;
    const isPeer =
      bundle.account.platform === account.platform &&
      !listed.has(bundle.account.id) &&
      ratio <= PEER_SIZE &&
      ratio >= 1 / PEER_SIZE;
    if (!isPeer) continue;
    for (const { offer } of bundle.pieces)
      if (offer.deliverable === deliverable && ["eq", "range"].includes(offer.price.qualifier))
        fees.set(bundle.account.id, offer.price.feeMinor);
  }
  return Float64Array.from(fees.values()).toSorted();
}

/** What the list asks in fees; null where it names no price. */
export function askedMinor({ bundle }: ItemModel): number | null {
  if (bundle.pieces.some(({ offer }) => offer.price.qualifier === "assumed" && offer.price.deal !== "gifted"))
    return null;
  return bundle.pieces.reduce(
    (sum, { offer, count }) =>
      sum + count * (offer.price.qualifier === "le" ? offer.price.lowMinor : offer.price.feeMinor),
    0,
  );
}

export function priceVerdict(asked: number | null, fair: FairPrice): JudgeLine["priceVerdict"] {
  if (asked === null || asked === 0) return "unknown";
  if (asked > fair.high.amountMinor) return "above";
  return asked < fair.low.amountMinor ? "below" : "fair";
}

/** The fee at which an item would cost so much all in; null where even for no fee it costs more. */
export function feeAtCost(
  { costMinor: asked, costParts, extras }: ItemModel,
  costMinor: number,
): number | null {
  const { fee, tax, rebate, platformFee, agency } = costParts;
  if (fee === 0) return null;
  // Rights and exclusivity that nobody quoted are assumed as shares of the fee.
  const assumed = [extras.rights, extras.exclusivity].filter((extra) => extra?.basis === "assumed");
  const onFee = tax + rebate + platformFee + agency;
  const moving = fee + onFee + assumed.reduce((sum, extra) => sum + (extra?.minor ?? 0), 0);
  const found = ((costMinor - (asked - moving)) * fee) / moving;
  return found < 0 ? null : Math.floor(found);
}

/** Days since the oldest quote of the account; null where one carries no day. */
export function quoteAge({ account }: Bundle, today: IsoDate): number | null {
  const days = account.rates.map(({ validFrom }) =>
    validFrom === null ? null : daysBetween(validFrom, today),
  );
  if (days.length === 0 || days.includes(null)) return null;
  return Math.max(...days.map((age) => age ?? 0));
}
