import { readAssumptions } from "#connectors/data/readAssumptions";
import { latestFigure } from "#core/catalog/latestFigure";
import { marketOf } from "#core/catalog/market";
import { policyFor, type TierBand, type TierPolicy } from "#core/catalog/tierPolicy";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { creatorPrices, type DeliverablePrice } from "#core/planner/creatorPrices";
import { selectOwnAssumptions } from "#storage/assumptions";
import { selectPeerQuotes } from "#storage/peerQuotes";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { openCreator } from "./openCreator.ts";

/** The prices of one account against those of its peers: the same platform, market and size band. */
export interface AccountPrices {
  readonly accountId: string;
  readonly market: string | null;
  /** The band by which peers are told, and whose it is; null where the size is unknown or has no name. */
  readonly band: (TierBand & { readonly policyId: string }) | null;
  readonly prices: readonly DeliverablePrice[];
}

/** What a creator asks against what peers ask, deliverable by deliverable. Throws not-found. */
export async function comparePrices(house: House, id: string): Promise<AccountPrices[]> {
  const { db, workspaceId } = house;
  const creator = await openCreator(house, id);
  const reference = await houseReference(house);
  const { platforms, fx, tierPolicies } = reference;
  const book = new AssumptionBook(readAssumptions(), await selectOwnAssumptions(db, workspaceId));
  const facts = { platforms, fx, book, baseCurrency: house.workspace.baseCurrency };
  const compared: AccountPrices[] = [];
  for (const account of creator.accounts) {
    const { platform } = account;
    const followers = latestFigure(account, "followers")?.value ?? null;
    const market = marketOf(account, platforms);
    const policy = policyFor(tierPolicies, market ?? "", platform);
    const band = followers === null ? null : bandOf(policy, followers);
    const isHome = market !== null && marketOf({ platform, country: null }, platforms) === market;
    const group = { platform, market, isHome, exceptCreatorId: creator.id };
    const quotes = band && (await selectPeerQuotes(db, workspaceId, { ...group, ...band }));
    compared.push({
      ...{ accountId: account.id, market, band: band && { ...band, policyId: policy.id } },
      prices: creatorPrices(account, followers, quotes ?? new Map(), facts),
    });
  }
  return compared;
}

function bandOf(policy: TierPolicy, followers: number): TierBand | null {
  return (
    policy.bands.find(({ from, below }) => followers >= from && (below === null || followers < below)) ?? null
  );
}
