import type { Brief } from "#core/brief/brief";
import type { Account, Creator, Rate } from "#core/catalog/creator";
import type { DealKind } from "#core/catalog/deal";
import { deliverablesOf, deliverableWanted, formatPredicting } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import type { AssumptionBook } from "#core/forecast/assumptionBook";
import { type FigureForecast, figureForecast } from "#core/forecast/figureForecast";
import { followersOf } from "#core/forecast/postEvidence";
import { sizeBandOf } from "#core/forecast/sizeBand";
import { daysBetween } from "#core/period";
import { comesInSeries, type MakeGood, type UnitPrice, underDeal } from "./dealOffer.ts";
import { assumedPrice, type Price, quotedPrice } from "./price.ts";
import { sizeClassOf } from "./sizeClass.ts";

/** One deliverable of an account: what it costs and how many views it gets. */
export interface Offer {
  readonly deliverable: string;
  readonly format: string | null;
  /** Of one piece. */
  readonly price: Price;
  /** Of one piece, make-good included. */
  readonly views: FigureForecast;
  /** Pieces it is sold in at least; more than one is a package or a retainer. */
  readonly pieces: number;
  readonly makeGood: MakeGood | null;
  /** Null: the fee does not hang on what is delivered. */
  readonly unit: UnitPrice | null;
  readonly live: boolean;
}

/** Something that can be booked: one or several pieces of one or two offers of an account. */
export interface Bundle {
  readonly id: string;
  readonly creator: Creator;
  readonly account: Account;
  readonly followers: number;
  readonly pieces: readonly { readonly offer: Offer; readonly count: number }[];
}

/** Pieces of one kind that are worth asking for: of anybody up to three, of a large creator as many as the weeks allow. */
const COUNTS = [1, 2, 3, 5, 8, 13, 21];
const PIECES_OF_ANYBODY = 3;

/** Offers of an account: its quotes, else what its platform sells first at an assumed price; only what the brief allows. */
export function offersOf(
  account: Account,
  followers: number,
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): readonly Offer[] {
  const grounds = { currency: brief.currency, fx: reference.fx, book };
  const wanted = (deliverable: string) =>
    brief.deliverables.length === 0 ||
    brief.deliverables.some((word) => deliverableWanted(word, account.platform, deliverable));
  const forecast = (deliverable: string, price: (format: string | null) => Price): Offer => {
    const predicting = formatPredicting(reference.platforms, account.platform, deliverable);
    const format = predicting?.slug ?? null;
    const offer = {
      ...{ deliverable, format, price: price(format), live: predicting?.media === "live" },
      views: figureForecast("views", account, format, followers, book),
    };
    return underDeal(offer, scopeOfOffer(offer, account, followers), brief, book);
  };
  const quote = (rate: Rate, deliverable: string) =>
    forecast(deliverable, (format) => quotedPrice(rate, account, format, followers, grounds));
  const sold = deliverablesOf(reference.platforms, account.platform).filter(
    (kind) => kind.format !== null && wanted(kind.slug),
  );
  const { allow } = brief.deals;
  const isAllowed = (kind: DealKind) => allow.length === 0 || allow.includes(kind);
  const rates = account.rates.filter((rate) => isAllowed(rate.deal));
  const paid = newestByDeal(rates.filter((rate) => rate.deal !== "gifted"));
  const quoted = paid.filter((rate) => wanted(rate.deliverable));
  if (quoted.length > 0) return quoted.map((rate) => quote(rate, rate.deliverable));
  const gifted = newestByDeal(rates.filter((rate) => rate.deal === "gifted"));
  // Whoever takes the product gives one piece for it, of what the platform mainly has, whatever word the list used.
  const kind = sold.find(({ slug }) => gifted.some((rate) => rate.deliverable === slug)) ?? sold[0];
  const [gift] = gifted;
  if (gift && kind && paid.length === 0) return [quote(gift, kind.slug)];
  // Who quotes, but nothing that the brief allows, is not asked at a price nobody named.
  if (!isAllowed("flat") || (rates.length === 0 && account.rates.length > 0)) return [];
  const chosen = brief.deliverables.length > 0 ? sold.slice(0, 2) : sold.slice(0, 1);
  return chosen.map(({ slug }) =>
    forecast(slug, (format) => assumedPrice(account, format, slug, followers, grounds)),
  );
}

/** A fee, a commission and both are one quote that changed; a package or a guarantee stands beside the single piece. */
const ONE_QUOTE: readonly DealKind[] = ["flat", "commission", "slot"];

function newestByDeal(rates: readonly Rate[]): readonly Rate[] {
  const oldestFirst = rates.toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
  const key = ({ deliverable, deal }: Rate) =>
    ONE_QUOTE.includes(deal) ? deliverable : `${deliverable} ${deal}`;
  return [...new Map(oldestFirst.map((rate) => [key(rate), rate])).values()];
}

/**
 * Every bundle worth asking for: up to `piecesMax` of each of the three cheapest offers per view, and one of each of two.
 * A gift and a vendor's floor speak of one piece only: nobody has named a price for a series.
 */
export function bundlesOf(
  creator: Creator,
  account: Account,
  offers: readonly Offer[],
  followers: number,
  piecesMax: number,
): readonly Bundle[] {
  const ranked = offers.toSorted(cheapestByView).slice(0, 3);
  const bundle = (pieces: Bundle["pieces"]): Bundle => bundleOf(creator, account, followers, pieces);
  const single = ranked.flatMap((offer) =>
    countsOf(offer, piecesMax).map((count) => bundle([{ offer, count }])),
  );
  const [first, second] = ranked.filter(
    (offer, i) =>
      (comesInSeries(offer) || offer.price.deal === "gifted" || offer.price.qualifier === "le") &&
      ranked.findIndex(({ deliverable }) => deliverable === offer.deliverable) === i,
  );
  const mixed =
    first && second
      ? [
          bundle([
            { offer: first, count: 1 },
            { offer: second, count: 1 },
          ]),
        ]
      : [];
  return [...single, ...mixed];
}

function bundleOf(creator: Creator, account: Account, followers: number, pieces: Bundle["pieces"]): Bundle {
  const parts = pieces.map(({ offer, count }) => `${offer.deliverable}*${count}${dealMark(offer)}`);
  return { id: `${account.id}/${parts.join("+")}`, creator, account, followers, pieces };
}

function cheapestByView(a: Offer, b: Offer): number {
  return a.price.feeMinor / a.views.mean - b.price.feeMinor / b.views.mean;
}

/** A quote as a row of a list names it. */
export interface ProposedOffer {
  readonly deliverable: string;
  readonly deal: DealKind;
}

/**
 * Exactly what somebody proposes of an account, as one bundle. Each row is one piece, or a whole package: of the offers it
 * names, the cheapest per view; of what the platform sells first where it names none. Null where the brief allows none of
 * it, or nothing says how many follow the account.
 */
export function proposedBundle(
  creator: Creator,
  account: Account,
  rows: readonly (readonly ProposedOffer[])[],
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): Bundle | null {
  const followers = followersOf(account);
  const allowed = brief.platforms.length === 0 || brief.platforms.includes(account.platform);
  if (followers === null || !allowed) return null;
  const offers = offersOf(account, followers, brief, reference, book).toSorted(cheapestByView);
  const meant = rows.map((row) =>
    row.length === 0 ? offers[0] : offers.find((offer) => row.some((named) => isOf(offer, named))),
  );
  const pieces = offers.flatMap((offer) => {
    const count = meant.filter((one) => one === offer).length * offer.pieces;
    return count === 0 ? [] : [{ offer, count }];
  });
  return pieces.length === 0 ? null : bundleOf(creator, account, followers, pieces);
}

/** What is given for a gift is what the platform mainly has, whatever word the list used. */
function isOf({ deliverable, price }: Offer, named: ProposedOffer): boolean {
  return price.deal === named.deal && (deliverable === named.deliverable || named.deal === "gifted");
}

function countsOf(offer: Offer, piecesMax: number): readonly number[] {
  if (offer.pieces > 1) return [offer.pieces];
  return COUNTS.filter((count) => count <= (comesInSeries(offer) ? piecesMax : 1));
}

/** Keeps a package apart from the same pieces bought singly. */
function dealMark({ price }: Offer): string {
  return ONE_QUOTE.includes(price.deal) || price.deal === "gifted" ? "" : `@${price.deal}`;
}

/** A small creator who is worth more money has others beside; of a large one the rest of the money buys a series. */
function piecesMaxOf(
  followers: number,
  platform: string,
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): number {
  if (sizeClassOf(followers, platform, brief, reference) !== "large") return PIECES_OF_ANYBODY;
  const weeks = (daysBetween(brief.start, brief.end) + 1) / 7;
  const perWeek = book.find("sponsored-posts-by-week", {}, "posts of one large creator").value;
  return Math.max(PIECES_OF_ANYBODY, Math.floor(weeks * perWeek));
}

/** All bundles of a creator on the platforms the brief allows; null where no account says how many follow it. */
export function bundlesOfCreator(
  creator: Creator,
  brief: Brief,
  reference: Reference,
  book: AssumptionBook,
): readonly Bundle[] | null {
  const allowed = creator.accounts.filter(
    (account) => brief.platforms.length === 0 || brief.platforms.includes(account.platform),
  );
  const known = allowed.flatMap((account) => {
    const followers = followersOf(account);
    return followers === null ? [] : [{ account, followers }];
  });
  if (allowed.length > 0 && known.length === 0) return null;
  return known.flatMap(({ account, followers }) => {
    const offers = offersOf(account, followers, brief, reference, book);
    const piecesMax = piecesMaxOf(followers, account.platform, brief, reference, book);
    return bundlesOf(creator, account, offers, followers, piecesMax);
  });
}

export function postsIn(bundle: Bundle): number {
  return bundle.pieces.reduce((sum, piece) => sum + piece.count, 0);
}

/** The bundle's deal: gifted where nothing is paid for any piece, else what its first piece says. */
export function dealOf(bundle: Bundle): Price["deal"] {
  return bundle.pieces.every((piece) => piece.offer.price.deal === "gifted")
    ? "gifted"
    : (bundle.pieces.find((piece) => piece.offer.price.deal !== "gifted")?.offer.price.deal ?? "flat");
}

/** What assumptions are looked up by: platform and size, deliverable and format of the first piece. */
export function scopeOf(bundle: Bundle): Readonly<Record<string, string>> {
  const [piece] = bundle.pieces;
  return scopeOfOffer(piece?.offer ?? null, bundle.account, bundle.followers);
}

function scopeOfOffer(
  offer: Pick<Offer, "deliverable" | "format" | "live"> | null,
  account: Account,
  followers: number,
): Readonly<Record<string, string>> {
  return {
    platform: account.platform,
    size: sizeBandOf(followers),
    ...(offer ? { deliverable: offer.deliverable } : {}),
    ...(offer?.format ? { format: offer.format } : {}),
    ...(offer?.live ? { setting: "livestream" } : {}),
  };
}
