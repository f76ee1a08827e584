import type { Account, AudienceSample, AudienceShare, Creator, Post, Rate, Snapshot } from "../creator.ts";
import { latestFigure } from "../latestFigure.ts";
import { type AccountState, afterRow, namesOf, newAccount } from "./accountState.ts";
import { AudienceSamples } from "./audienceSamples.ts";
import type { CatalogRow } from "./catalogRow.ts";
import type { ImportKind } from "./field.ts";
import { handleKey } from "./handle.ts";

interface Gathered {
  state: AccountState;
  readonly key: string;
  readonly snapshots: Snapshot[];
  readonly posts: Map<string, Post>;
  readonly audience: Map<string, AudienceShare>;
  readonly rates: Rate[];
  sample: AudienceSample | null;
}

/** Gathers rows of several files into creators, one account each: the catalog without a database. */
export class CreatorAssembly {
  #byName = new Map<string, Gathered>();
  #accounts: Gathered[] = [];
  #samples = new AudienceSamples();
  #hash: (memberId: string) => number;

  /** `hash` gives 53 bits of a keyed hash. */
  constructor(hash: (memberId: string) => number) {
    this.#hash = hash;
  }

  /** False when the row's id and handle belong to two different accounts. */
  add(row: CatalogRow, kind: ImportKind): boolean {
    const names = namesOf(row.account);
    const known = [...new Set(names.flatMap((name) => this.#byName.get(name) ?? []))];
    if (known.length > 1) return false;
    const account = known[0] ?? this.#open(newAccount(row.account, "", ""), names[0] ?? "");
    for (const name of names) this.#byName.set(name, account);
    account.state = afterRow(account.state, row.account, kind);
    account.snapshots.push(...row.snapshots);
    account.rates.push(...row.rates);
    for (const share of row.audience) account.audience.set(`${share.dimension} ${share.key}`, share);
    if (row.post) account.posts.set(row.post.externalKey, row.post);
    if (row.memberId !== null) this.#samples.add(account.key, this.#hash(row.memberId));
    return true;
  }

  /** The creators in the order in which their accounts first came. */
  creators(): Creator[] {
    for (const account of this.#accounts)
      account.sample = this.#samples.sampleOf(account.key, latestFollowers(account))?.sample ?? null;
    return this.#accounts.map(toCreator);
  }

  #open(state: AccountState, key: string): Gathered {
    const account: Gathered = {
      state,
      key,
      snapshots: [],
      posts: new Map(),
      audience: new Map(),
      rates: [],
      sample: null,
    };
    this.#accounts.push(account);
    return account;
  }
}

function latestFollowers({ snapshots }: Gathered): number | null {
  return latestFigure({ snapshots: [...snapshots].sort(newestFirst) }, "followers")?.value ?? null;
}

function toCreator(gathered: Gathered): Creator {
  const { creatorId: _, displayName, ...state } = gathered.state;
  const id = `${state.platform}/${handleKey(state.handle)}`;
  const account: Account = {
    ...state,
    id,
    snapshots: [...gathered.snapshots].sort(newestFirst),
    posts: [...gathered.posts.values()].sort((a, b) => b.postedAtMs - a.postedAtMs),
    audience: [...gathered.audience.values()],
    rates: gathered.rates,
    sample: gathered.sample,
  };
  return { id, displayName, accounts: [account] };
}

function newestFirst(a: Snapshot, b: Snapshot): number {
  return a.observedOn < b.observedOn ? 1 : a.observedOn > b.observedOn ? -1 : 0;
}
