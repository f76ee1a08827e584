import type { Account, Creator } from "#core/catalog/creator";
import { namesOf } from "#core/catalog/import/accountState";
import type { TalliedNote } from "#core/catalog/import/noteTally";
import type { Proposed } from "./campaignModel.ts";
import type { ProposedOffer } from "./offer.ts";

/** A row of somebody's list. */
export interface ProposedLine {
  /** Where it stands in the file. */
  readonly line: number;
  /** An account of the proposal's creators. */
  readonly account: string;
  /** What it may be: one of several prices of a rate card is meant; empty where no price is named. */
  readonly offers: readonly ProposedOffer[];
}

/** Somebody's list: its rows, and whatever it says of the creators in them. */
export interface Proposal {
  readonly name: string;
  readonly creators: readonly Creator[];
  readonly lines: readonly ProposedLine[];
  /** What of the file was left out, or read as nobody wrote it. */
  readonly notes: readonly TalliedNote[];
}

/** An account of the list as it is judged: what the catalog knows of it, at the prices the list asks. */
export interface ProposedAccount {
  readonly creator: Creator;
  readonly account: Account;
  /** What the list itself says. */
  readonly stated: Account;
  readonly known: Account | null;
  readonly lines: readonly ProposedLine[];
}

export interface MergedProposal {
  /** The catalog with the list's creators in it. */
  readonly creators: readonly Creator[];
  readonly accounts: readonly ProposedAccount[];
  readonly proposed: Proposed;
}

/**
 * Puts a list into a catalog. Of an account that both have, the catalog's own figures go before those of the list, and
 * the list's prices before the catalog's. Nothing is written: the catalog stays as it is.
 */
export function withProposal(proposal: Proposal, catalog: readonly Creator[]): MergedProposal {
  const owners = new Map(
    catalog.flatMap((creator) =>
      creator.accounts.flatMap((account) =>
        namesOf(account).map((name) => [name, { creator, account }] as const),
      ),
    ),
  );
  const listed = proposal.creators.flatMap((creator) =>
    creator.accounts.map((stated) => {
      const owner = namesOf(stated).flatMap((name) => owners.get(name) ?? [])[0];
      const lines = proposal.lines.filter((line) => line.account === stated.id);
      return { stated, owner, lines, own: creator };
    }),
  );
  const merged = new Set(listed.flatMap(({ owner }) => owner?.account.id ?? []));
  const accounts = listed.map(({ stated, owner, lines, own }): ProposedAccount => {
    const account = owner ? mergedAccount(owner.account, stated) : stated;
    // A creator with one account keeps its id, which briefs may name; each of several is proposed for itself.
    const { id, displayName, accounts } = owner?.creator ?? own;
    const creator = { id: accounts.length === 1 ? id : account.id, displayName, accounts: [account] };
    return { creator, account, stated, known: owner?.account ?? null, lines };
  });
  const rest = catalog.flatMap((creator) => {
    const own = creator.accounts.filter(({ id }) => !merged.has(id));
    if (own.length === creator.accounts.length) return creator;
    return own.length === 0 ? [] : { ...creator, accounts: own };
  });
  return {
    creators: [...accounts.map(({ creator }) => creator), ...rest],
    accounts,
    proposed: new Map(accounts.map(({ account, lines }) => [account.id, lines.map(({ offers }) => offers)])),
  };
}

function mergedAccount(known: Account, stated: Account): Account {
  return {
    ...known,
    country: known.country ?? stated.country,
    city: known.city ?? stated.city,
    language: known.language ?? stated.language,
    topics: known.topics.length > 0 ? known.topics : stated.topics,
    snapshots: [...known.snapshots, ...stated.snapshots],
    audience: known.audience.length > 0 ? known.audience : stated.audience,
    rates: stated.rates.length > 0 ? stated.rates : known.rates,
  };
}
