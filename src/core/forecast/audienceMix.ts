import type { Account, AudienceDimension } from "#core/catalog/creator";
import type { Method } from "#core/provenance";
import { AGE_BANDS, type AgeBand, inAgeBands } from "./ageBand.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import type { GeoScheme } from "./geoScheme.ts";
import { knownGeo, normalised, type Shares, sharesOf, spread } from "./knownGeo.ts";

/** Who follows an account. Shares of all its followers; `geo` sums to the share that lives in the plan's countries. */
export interface AudienceMix {
  readonly geo: ReadonlyMap<string, number>;
  readonly age: ReadonlyMap<AgeBand, number>;
  readonly femaleShare: number;
  readonly method: Readonly<Record<"geo" | "age" | "gender", Method>>;
}

interface Known {
  readonly geo: Shares | null;
  readonly age: Shares | null;
  readonly femaleShare: number | null;
  readonly measured: Readonly<Record<"geo" | "age" | "gender", Method>>;
}

/** So many accounts of a platform with a known mix may speak for those without. */
const PEERS_MIN = 5;

/** The mixes of all accounts: as stated, else the mean of the platform's others (estimated), else assumed. */
export function audienceMixes(
  accounts: readonly Account[],
  scheme: GeoScheme,
  market: string,
  countryOfRegion: (region: string) => string | null,
  book: AssumptionBook,
): ReadonlyMap<string, AudienceMix> {
  const known = new Map(
    accounts.map((account) => [account.id, knownMix(account, scheme, market, countryOfRegion, book)]),
  );
  const mixes = new Map<string, AudienceMix>();
  const peersOf = new Map<string, Peers>();
  for (const account of accounts) {
    const peers =
      peersOf.get(account.platform) ??
      peersFor(
        accounts.filter((other) => other.platform === account.platform),
        known,
      );
    peersOf.set(account.platform, peers);
    const own = known.get(account.id);
    if (own) mixes.set(account.id, complete(account, own, peers, scheme, market, book));
  }
  return mixes;
}

interface Peers {
  readonly geo: Shares | null;
  readonly age: Shares | null;
  readonly femaleShare: number | null;
}

function peersFor(accounts: readonly Account[], known: ReadonlyMap<string, Known>): Peers {
  const all = accounts.flatMap((account) => known.get(account.id) ?? []);
  const female = all.flatMap((mix) => mix.femaleShare ?? []);
  return {
    geo: meanShares(all.flatMap((mix) => mix.geo ?? [])),
    age: meanShares(all.flatMap((mix) => mix.age ?? [])),
    femaleShare: female.length < PEERS_MIN ? null : female.reduce((a, b) => a + b, 0) / female.length,
  };
}

function meanShares(all: readonly Shares[]): Shares | null {
  if (all.length < PEERS_MIN) return null;
  const mean = new Map<string, number>();
  for (const shares of all) {
    for (const [key, share] of shares) mean.set(key, (mean.get(key) ?? 0) + share / all.length);
  }
  return mean;
}

function complete(
  account: Account,
  own: Known,
  peers: Peers,
  scheme: GeoScheme,
  market: string,
  book: AssumptionBook,
): AudienceMix {
  const scope = { platform: account.platform };
  const assumedAge = () =>
    new Map(AGE_BANDS.map((age) => [age, book.find("age-share", { ...scope, age }, "ages").value]));
  const age = own.age ?? peers.age ?? assumedAge();
  return {
    geo: own.geo ?? peers.geo ?? assumedGeo(account, scheme, market, book),
    age: normalised(inAgeBands(age)) as ReadonlyMap<AgeBand, number>,
    femaleShare: own.femaleShare ?? peers.femaleShare ?? book.find("female-share", scope, "genders").value,
    method: {
      geo: own.geo ? own.measured.geo : peers.geo ? "estimated" : "assumed",
      age: own.age ? own.measured.age : peers.age ? "estimated" : "assumed",
      gender:
        own.femaleShare !== null ? own.measured.gender : peers.femaleShare !== null ? "estimated" : "assumed",
    },
  };
}

function assumedGeo(account: Account, scheme: GeoScheme, market: string, book: AssumptionBook): Shares {
  const home = book.find("home-audience-share", { platform: account.platform }, "followers at home").value;
  const platformIsChinese = market === "CN" && (account.country === "CN" || CHINESE.has(account.platform));
  const at = platformIsChinese ? "CN" : (account.country ?? market);
  const whole = spread(scheme, (country) => (country === at ? home : (1 - home) / 10));
  if (scheme.kind !== "city" || account.city === null || !whole.has(account.city)) return whole;
  const own = book.find(
    "home-city-share",
    { platform: account.platform },
    "followers in the creator's city",
  ).value;
  return new Map([...whole].map(([key, share]) => [key, key === account.city ? own : share * (1 - own)]));
}

// Platforms whose audience lives in mainland China wherever their creators do.
const CHINESE = new Set([
  "xiaohongshu",
  "douyin",
  "kuaishou",
  "weibo",
  "wechat",
  "bilibili",
  "zhihu",
  "dianping",
]);

function knownMix(
  account: Account,
  scheme: GeoScheme,
  market: string,
  countryOfRegion: (region: string) => string | null,
  book: AssumptionBook,
): Known {
  const female = sharesOf(account, "gender");
  const total = (female.get("female") ?? 0) + (female.get("male") ?? 1 - (female.get("female") ?? 0));
  const age = sharesOf(account, "age");
  return {
    geo: knownGeo(account, scheme, market, countryOfRegion, book),
    age: age.size > 0 ? age : null,
    femaleShare:
      female.size > 0 && total > 0 ? (female.get("female") ?? 1 - (female.get("male") ?? 0)) / total : null,
    measured: {
      geo: methodOf(account, ["country", "region", "city", "cityTier"]),
      age: methodOf(account, ["age"]),
      gender: methodOf(account, ["gender"]),
    },
  };
}

function methodOf(account: Account, dimensions: readonly AudienceDimension[]): Method {
  return account.audience.find((share) => dimensions.includes(share.dimension))?.source.method ?? "assumed";
}
