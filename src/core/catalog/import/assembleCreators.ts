import type { Account, AudienceSample, AudienceShare, Creator, Post, Rate, Snapshot } from "../creator.ts";
import { AudienceSamples } from "./audienceSamples.ts";
import type { AccountPart, CatalogRow } from "./catalogRow.ts";
import { handleKey, handleText } from "./handle.ts";

interface Gathered {
  part: AccountPart;
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
  add(row: CatalogRow): boolean {
    const names = namesOf(row.account);
    const known = [...new Set(names.flatMap((name) => this.#byName.get(name) ?? []))];
    if (known.length > 1) return false;
    const account = known[0] ?? this.#open(row.account, names[0] ?? "");
    for (const name of names) this.#byName.set(name, account);
    account.part = merged(account.part, row.account);
    account.snapshots.push(...row.snapshots);
    account.rates.push(...row.rates);
    for (const share of row.audience) account.audience.set(`${share.dimension} ${share.key}`, share);
    if (row.post) account.posts.set(row.post.externalKey, row.post);
    if (row.memberId !== null) this.#samples.add(account.key, this.#hash(row.memberId));
    return true;
  }

  /** The creators in the order in which their accounts first came. */
  creators(): Creator[] {
    const byKey = new Map(this.#accounts.map((account) => [account.key, account]));
    for (const { account, sample } of this.#samples.finish((key) => latestFollowers(byKey.get(key)))) {
      const owner = byKey.get(account);
      if (owner) owner.sample = sample;
    }
    return this.#accounts.map(toCreator);
  }

  #open(part: AccountPart, key: string): Gathered {
    const account: Gathered = {
      part,
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

/** The names under which an account may be met again: its id, and its handle, for which the id stands in. */
export function namesOf(account: AccountPart): string[] {
  const { platform, externalId, handle } = account;
  const names = externalId === null ? [] : [`${platform} id ${externalId}`];
  const handleOrId = handle ?? externalId;
  return handleOrId === null ? names : [...names, `${platform} @${handleKey(handleOrId)}`];
}

// What a later row does not say stays as it was.
function merged(known: AccountPart, row: AccountPart): AccountPart {
  return {
    platform: known.platform,
    handle: row.handle ?? known.handle,
    externalId: row.externalId ?? known.externalId,
    displayName: row.displayName ?? known.displayName,
    country: row.country ?? known.country,
    city: row.city ?? known.city,
    language: row.language ?? known.language,
    bio: row.bio ?? known.bio,
    topics: row.topics.length > 0 ? row.topics : known.topics,
  };
}

function latestFollowers(account: Gathered | undefined): number | null {
  return (
    [...(account?.snapshots ?? [])].sort(newestFirst).find((s) => s.followers !== null)?.followers ?? null
  );
}

function toCreator(gathered: Gathered): Creator {
  const { part } = gathered;
  const handle = handleText(part.handle ?? part.externalId ?? part.displayName ?? "");
  const id = `${part.platform}/${handleKey(handle)}`;
  const account: Account = {
    ...part,
    id,
    handle,
    snapshots: [...gathered.snapshots].sort(newestFirst),
    posts: [...gathered.posts.values()].sort((a, b) => b.postedAtMs - a.postedAtMs),
    audience: [...gathered.audience.values()],
    rates: gathered.rates,
    sample: gathered.sample,
  };
  const { displayName: _, ...withoutName } = account as Account & { displayName: string | null };
  return { id, displayName: part.displayName ?? handle, accounts: [withoutName] };
}

function newestFirst(a: Snapshot, b: Snapshot): number {
  return a.observedOn < b.observedOn ? 1 : a.observedOn > b.observedOn ? -1 : 0;
}
