import type { Account } from "#core/catalog/creator";

/** People known by hashed ids: all who follow the same of the sampled accounts are one atom, before activity. */
export interface PersonAtoms {
  readonly platforms: readonly string[];
  /** Account ids, by atom. */
  readonly follows: readonly (readonly string[])[];
  /** Real people in the target, by atom. */
  readonly people: readonly number[];
}

export const NO_PERSONS: PersonAtoms = { platforms: [], follows: [], people: [] };

/** More different sets of accounts than this and the common threshold is lowered: fewer people, same proportions. */
const ATOMS_MAX = 1500;
const HASHES = 2 ** 53;

/**
 * Coordinated samples: one threshold θ for all accounts of a platform, the smallest any of them has, so that a person
 * sampled for one is sampled for all and unions are unbiased. A sampled person stands for 1/θ. `share` is what of an
 * account's ids are real people in the target.
 */
export function personAtoms(accounts: readonly Account[], share: (account: Account) => number): PersonAtoms {
  const platforms = [...new Set(accounts.flatMap((account) => (account.sample ? [account.platform] : [])))];
  const parts = platforms.map((platform) =>
    onPlatform(
      platform,
      accounts.filter((account) => account.platform === platform && account.sample !== null),
      share,
    ),
  );
  return {
    platforms: parts.flatMap((part) => part.platforms),
    follows: parts.flatMap((part) => part.follows),
    people: parts.flatMap((part) => part.people),
  };
}

function onPlatform(
  platform: string,
  sampled: readonly Account[],
  share: (account: Account) => number,
): PersonAtoms {
  let threshold = Math.min(...sampled.map((account) => account.sample?.threshold ?? 1));
  let sets = setsBelow(threshold, sampled);
  while (sets.size > ATOMS_MAX) {
    threshold /= 2;
    sets = setsBelow(threshold, sampled);
  }
  const inOrder = [...sets.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    platforms: inOrder.map(() => platform),
    follows: inOrder.map(({ members }) => members.map((m) => sampled[m]?.id ?? "")),
    people: inOrder.map(({ members, count }) => {
      const shares = members.map((m) => share(sampled[m]!));
      return ((count / threshold) * shares.reduce((sum, value) => sum + value, 0)) / shares.length;
    }),
  };
}

interface Followed {
  readonly key: string;
  readonly members: readonly number[];
  count: number;
}

function setsBelow(threshold: number, sampled: readonly Account[]): ReadonlyMap<string, Followed> {
  const followedBy = new Map<number, number[]>();
  sampled.forEach((account, m) => {
    for (const hash of account.sample?.hashes ?? []) {
      if (hash >= threshold * HASHES) break;
      const known = followedBy.get(hash);
      if (known) known.push(m);
      else followedBy.set(hash, [m]);
    }
  });
  const sets = new Map<string, Followed>();
  for (const members of followedBy.values()) {
    const key = members.join();
    const known = sets.get(key);
    if (known) known.count++;
    else sets.set(key, { key, members, count: 1 });
  }
  return sets;
}
