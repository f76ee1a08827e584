import type { Account, AudienceDimension } from "#core/catalog/creator";
import type { Method } from "#core/provenance";
import { AGE_BANDS, type AgeBand, inAgeBands } from "./ageBand.ts";
import type { Assumption } from "./assumption.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import { audienceHome } from "./audienceHome.ts";
import { assumedCountries, type Places } from "./countryShares.ts";
import type { GeoScheme } from "./geoScheme.ts";
import { beliefIn, type Geo, knownGeo, spread } from "./knownGeo.ts";
import { normalised, type Shares, sharesOf } from "./shares.ts";

/** Who follows an account. Shares of all its followers; `geo` sums to the share that lives in the plan's countries. */
export interface AudienceMix {
  readonly geo: ReadonlyMap<string, number>;
  readonly age: ReadonlyMap<AgeBand, number>;
  readonly femaleShare: number;
  readonly method: Readonly<Record<"geo" | "age" | "gender", Method>>;
  /** Where nothing says how many live in the plan's countries: the assumption that all of `geo` is proportional to. */
  readonly geoBelief: Assumption | null;
}

interface Known {
  readonly geo: Geo | null;
  readonly age: Shares | null;
  readonly femaleShare: number | null;
  readonly measured: Readonly<Record<"geo" | "age" | "gender", Method>>;
}

/** So many accounts of a platform with a known mix may speak for those without. */
const PEERS_MIN = 5;

/** The mixes of all accounts: as stated, else the mean of others with the same platform and home (estimated), else assumed. */
export function audienceMixes(
  accounts: readonly Account[],
  scheme: GeoScheme,
  market: string,
  places: Places,
  book: AssumptionBook,
): ReadonlyMap<string, AudienceMix> {
  const known = new Map(
    accounts.map((account) => [account.id, knownMix(account, scheme, market, places, book)]),
  );
  const mixes = new Map<string, AudienceMix>();
  const peersOf = new Map<string, Peers>();
  const kin = (account: Account) => `${account.platform} ${audienceHome(account, places.platforms) ?? ""}`;
  const byKin = new Map<string, Account[]>();
  for (const account of accounts) byKin.set(kin(account), [...(byKin.get(kin(account)) ?? []), account]);
  for (const account of accounts) {
    const peers = peersOf.get(kin(account)) ?? peersFor(byKin.get(kin(account)) ?? [], known);
    peersOf.set(kin(account), peers);
    const own = known.get(account.id);
    if (own) mixes.set(account.id, complete(account, own, peers, scheme, market, places, book));
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
    geo: meanShares(all.flatMap((mix) => (mix.geo?.belief === null ? mix.geo.shares : []))),
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
  places: Places,
  book: AssumptionBook,
): AudienceMix {
  const scope = { platform: account.platform };
  const assumedAge = () =>
    new Map(AGE_BANDS.map((age) => [age, book.find("age-share", { ...scope, age }, "ages").value]));
  const age = own.age ?? peers.age ?? assumedAge();
  const geo =
    own.geo ??
    (peers.geo ? { shares: peers.geo, belief: null } : assumedGeo(account, scheme, market, places, book));
  const isStated = own.geo !== null && own.geo.belief === null;
  return {
    geo: geo.shares,
    geoBelief: geo.belief,
    age: normalised(inAgeBands(age)) as ReadonlyMap<AgeBand, number>,
    femaleShare: own.femaleShare ?? peers.femaleShare ?? book.find("female-share", scope, "genders").value,
    method: {
      geo: isStated ? own.measured.geo : own.geo === null && peers.geo ? "estimated" : "assumed",
      age: own.age ? own.measured.age : peers.age ? "estimated" : "assumed",
      gender:
        own.femaleShare !== null ? own.measured.gender : peers.femaleShare !== null ? "estimated" : "assumed",
    },
  };
}

function assumedGeo(
  account: Account,
  scheme: GeoScheme,
  market: string,
  places: Places,
  book: AssumptionBook,
): Geo {
  const countries = assumedCountries(account, places, market, book);
  const whole = spread(scheme, countries.of);
  const belief = beliefIn(scheme, countries);
  const livesAtHome = audienceHome(account, places.platforms) === account.country || account.country === null;
  const place = placeOf(account, scheme, places);
  if (place === null || !livesAtHome || !whole.has(place)) return { shares: whole, belief };
  const own = book.find(
    "home-city-share",
    { platform: account.platform },
    "followers in the creator's city",
  ).value;
  // A tier is many cities: those who do not live in the creator's own are in them as anybody.
  const atHome = (share: number) => (scheme.kind === "city" ? own : own + share * (1 - own));
  const shares = new Map(
    [...whole].map(([key, share]) => [key, key === place ? atHome(share) : share * (1 - own)]),
  );
  return { shares, belief };
}

/** The cell of the map in which an account's creator lives; null: the map is not drawn by cities, or nobody says. */
function placeOf({ city, cityTier }: Account, { kind }: GeoScheme, places: Places): string | null {
  if (kind === "city") return city;
  if (kind !== "cityTier") return null;
  return cityTier ?? (city === null ? null : places.tierOfCity(city));
}

function knownMix(
  account: Account,
  scheme: GeoScheme,
  market: string,
  places: Places,
  book: AssumptionBook,
): Known {
  const female = sharesOf(account, "gender");
  const total = (female.get("female") ?? 0) + (female.get("male") ?? 1 - (female.get("female") ?? 0));
  const age = sharesOf(account, "age");
  return {
    geo: knownGeo(account, scheme, market, places, book),
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
