import type { Account, AudienceDimension } from "#core/catalog/creator";
import type { Method } from "#core/provenance";
import { AGE_BANDS, type AgeBand, inAgeBands } from "./ageBand.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import { completeShares } from "./censoredShares.ts";
import { ELSEWHERE, type GeoScheme } from "./geoScheme.ts";

/** Who follows an account. Shares of all its followers; `geo` sums to the share that lives in the plan's countries. */
export interface AudienceMix {
  readonly geo: ReadonlyMap<string, number>;
  readonly age: ReadonlyMap<AgeBand, number>;
  readonly femaleShare: number;
  readonly method: Readonly<Record<"geo" | "age" | "gender", Method>>;
}

type Shares = ReadonlyMap<string, number>;

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

function spread(scheme: GeoScheme, countryShare: (country: string) => number): Shares {
  const population = (country: string) =>
    scheme.cells.reduce((sum, cell) => sum + (cell.country === country ? cell.population : 0), 0);
  return new Map(
    scheme.cells.map((cell) => [
      cell.key,
      (countryShare(cell.country) * cell.population) / population(cell.country),
    ]),
  );
}

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

function knownGeo(
  account: Account,
  scheme: GeoScheme,
  market: string,
  countryOfRegion: (region: string) => string | null,
  book: AssumptionBook,
): Shares | null {
  const countries = sharesOf(account, "country");
  const regions = sharesOf(account, "region");
  const cities = sharesOf(account, "city");
  const tiers = sharesOf(account, "cityTier");
  if (countries.size + regions.size + cities.size + tiers.size === 0) return null;
  const abroad = new Map([...regions].filter(([key]) => countryOfRegion(key) !== market));
  const inside = new Map([...regions].filter(([key]) => countryOfRegion(key) === market));
  const countryShare = (country: string): number => {
    const stated = countries.get(country);
    if (stated !== undefined) return stated;
    if (countries.size > 0) return unlisted(countries, 0.02);
    const named = [...abroad].filter(([key]) => countryOfRegion(key) === country);
    if (country !== market) return named.reduce((sum, [, share]) => sum + share, 0);
    const overseas =
      abroad.get("overseas") ??
      (regions.size > 0
        ? unlisted(
            regions,
            book.find("overseas-share", { platform: account.platform }, "followers abroad").value,
          )
        : 0);
    const others = [...abroad].reduce((sum, [key, share]) => sum + (key === "overseas" ? 0 : share), 0);
    return Math.max(0, 1 - overseas - others);
  };
  const base = spread(scheme, countryShare);
  const listed = { country: new Map<string, number>(), region: inside, city: cities, cityTier: tiers }[
    scheme.kind
  ];
  return listed.size === 0 ? base : within(scheme, market, countryShare(market), listed, base);
}

/** What a key that a cut-off list leaves out may have: `expected`, at most the smallest listed share and the remainder. */
function unlisted(listed: Shares, expected: number): number {
  const values = [...listed.values()];
  const remainder = Math.max(0, 1 - values.reduce((a, b) => a + b, 0));
  return Math.min(expected, remainder, ...values);
}

// Shares inside the home market, completed where the list is cut off; keys without a cell of their own are elsewhere.
function within(
  scheme: GeoScheme,
  market: string,
  marketShare: number,
  listed: Shares,
  base: Shares,
): Shares {
  if (marketShare <= 0) return base;
  const home = scheme.cells.filter((cell) => cell.country === market);
  const ofMarket = new Map<string, number>();
  for (const [key, share] of listed) {
    const cell = home.some((candidate) => candidate.key === key) ? key : ELSEWHERE;
    ofMarket.set(cell, (ofMarket.get(cell) ?? 0) + share / marketShare);
  }
  // "elsewhere" holds many unlisted keys: it takes what is left rather than a capped share.
  const partly = ofMarket.get(ELSEWHERE) ?? 0;
  ofMarket.delete(ELSEWHERE);
  const prior = new Map(home.map((cell) => [cell.key, cell.population]));
  if (!prior.has(ELSEWHERE)) {
    const whole = completeShares(ofMarket, prior);
    return new Map([...base, ...[...whole].map(([key, share]) => [key, share * marketShare] as const)]);
  }
  const named = [...ofMarket.values()].reduce((a, b) => a + b, 0);
  const open = home.filter((cell) => cell.key !== ELSEWHERE && !ofMarket.has(cell.key));
  const cap = Math.min(1, ...ofMarket.values());
  const left = Math.max(0, 1 - named - partly);
  const weight = home.reduce((sum, cell) => sum + (ofMarket.has(cell.key) ? 0 : cell.population), 0);
  const filled = open.map((cell) => [cell.key, Math.min(cap, (left * cell.population) / weight)] as const);
  const used = filled.reduce((sum, [, share]) => sum + share, 0);
  const whole = normalised(new Map([...ofMarket, ...filled, [ELSEWHERE, partly + left - used]]));
  return new Map([...base, ...[...whole].map(([key, share]) => [key, share * marketShare] as const)]);
}

function sharesOf(account: Account, dimension: AudienceDimension): Shares {
  const shares = new Map<string, number>();
  for (const share of account.audience) {
    // "At most" x is taken as half of it: between nothing and x.
    if (share.dimension === dimension)
      shares.set(share.key, share.shareBp / (share.qualifier === "le" ? 20_000 : 10_000));
  }
  return shares;
}

function methodOf(account: Account, dimensions: readonly AudienceDimension[]): Method {
  return account.audience.find((share) => dimensions.includes(share.dimension))?.source.method ?? "assumed";
}

function normalised<Key>(shares: ReadonlyMap<Key, number>): ReadonlyMap<Key, number> {
  const sum = [...shares.values()].reduce((a, b) => a + b, 0);
  return sum > 0 ? new Map([...shares].map(([key, share]) => [key, share / sum])) : shares;
}
