import { sentence } from "#core/sentence";
import type { Account, AudienceSample, AudienceShare, Creator, Post, Rate, Snapshot } from "../creator.ts";
import { latestFigure } from "../latestFigure.ts";
import { type AccountState, afterRow, namesOf, newAccount } from "./accountState.ts";
import { AudienceSamples } from "./audienceSamples.ts";
import type { CatalogRow, Reject } from "./catalogRow.ts";
import { contradictionOf, isSameOffer, newSnapshots } from "./contradiction.ts";
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

  /**
   * "same" for a row that says nothing new; a reject for one that contradicts an earlier row of the same day, or whose
   * id and handle belong to two different accounts.
   */
  add(row: CatalogRow, kind: ImportKind): "new" | "same" | Reject {
    const names = namesOf(row.account);
    const known = [...new Set(names.flatMap((name) => this.#byName.get(name) ?? []))];
    if (known.length > 1)
      return { line: row.line, column: "", value: nameOf(row), rule: sentence("catalog.rule.twoAccounts") };
    const contradiction = known[0] ? contradictionOf(row, known[0]) : null;
    if (contradiction) {
      const { figure, said, known, source } = contradiction;
      const rule = sentence("catalog.rule.otherFile", { known, file: source });
      return { line: row.line, column: figure, value: `${nameOf(row)}: ${said}`, rule };
    }
    const account = known[0] ?? this.#open(newAccount(row.account, "", ""), names[0] ?? "");
    for (const name of names) this.#byName.set(name, account);
    const state = afterRow(account.state, row.account, kind);
    const added = [state !== account.state || known.length === 0, this.#addFigures(account, row)];
    account.state = state;
    return added.includes(true) ? "new" : "same";
  }

  /** The creators in the order in which their accounts first came. */
  creators(): Creator[] {
    for (const account of this.#accounts)
      account.sample = this.#samples.sampleOf(account.key, latestFollowers(account))?.sample ?? null;
    return this.#accounts.map(toCreator);
  }

  /** Whether any of it is new. */
  #addFigures(account: Gathered, row: CatalogRow): boolean {
    const snapshots = newSnapshots(row, account);
    const rates = row.rates.filter((rate) => !account.rates.some((known) => isSameOffer(known, rate)));
    const shares = row.audience.filter((share) => {
      const known = account.audience.get(`${share.dimension} ${share.key}`);
      return known === undefined || (known.source.observedOn ?? "") < (share.source.observedOn ?? "");
    });
    const seen = row.post === null ? undefined : account.posts.get(row.post.externalKey);
    const post = row.post !== null && (seen === undefined || seen.observedOn < row.post.observedOn);
    account.snapshots.push(...snapshots);
    account.rates.push(...rates);
    for (const share of shares) account.audience.set(`${share.dimension} ${share.key}`, share);
    if (row.post !== null && post) account.posts.set(row.post.externalKey, row.post);
    if (row.memberId !== null) this.#samples.add(account.key, this.#hash(row.memberId));
    return post || row.memberId !== null || snapshots.length + rates.length + shares.length > 0;
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
  return latestFigure({ snapshots: newestFirst(snapshots) }, "followers")?.value ?? null;
}

function toCreator(gathered: Gathered): Creator {
  const { creatorId: _, displayName, ...state } = gathered.state;
  const id = `${state.platform}/${handleKey(state.handle)}`;
  const account: Account = {
    ...state,
    id,
    snapshots: newestFirst(gathered.snapshots),
    posts: [...gathered.posts.values()].sort((a, b) => b.postedAtMs - a.postedAtMs),
    audience: [...gathered.audience.values()],
    rates: gathered.rates,
    sample: gathered.sample,
  };
  return { id, displayName, accounts: [account] };
}

/** As storage reads them: of the same day what was measured comes before what was estimated, then what came later. */
function newestFirst(inOrderOfArrival: readonly Snapshot[]): readonly Snapshot[] {
  return inOrderOfArrival
    .toReversed()
    .sort((a, b) => descending(a.observedOn, b.observedOn) || descending(a.source.method, b.source.method));
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function nameOf({ account }: CatalogRow): string {
  return account.handle ?? account.externalId ?? account.displayName ?? "";
}
