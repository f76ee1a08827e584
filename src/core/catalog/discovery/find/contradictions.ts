import type { TierPolicies } from "#core/catalog/tierPolicy";
import type { ErrorDetail } from "#core/errors";
import { type Sentence, sentence } from "#core/sentence";
import type { Filter, TierBands } from "./query.ts";
import type { FindGround } from "./readFind.ts";

/** Conditions of which no account can meet all, whatever is known of it. */
export function contradictions(
  filters: readonly Filter[],
  tierBands: TierBands | null,
  { reference }: FindGround,
): ErrorDetail[] {
  return [
    ...tierOfOtherSize(filters, tierBands, reference.tierPolicies),
    ...askedAndRefused(filters),
    ...cityElsewhere(filters, reference.cities),
    ...moreThanWhole(filters),
  ];
}

/** The same word wanted and refused; or wanted only among refused ones. */
function askedAndRefused(filters: readonly Filter[]): ErrorDetail[] {
  const worded = filters.filter((filter) => filter.kind === "category" || filter.kind === "keyed");
  const isNone = (filter: (typeof worded)[number]) =>
    filter.kind === "category" ? filter.none : filter.mode === "none" && filter.min === null;
  return worded.flatMap((wanted) => {
    if (isNone(wanted)) return [];
    const refused = new Set(
      worded.filter((other) => isNone(other) && other.name === wanted.name).flatMap(({ keys }) => keys),
    );
    const needsAll = wanted.kind === "keyed" && wanted.mode === "all";
    const clash = needsAll
      ? wanted.keys.some((key) => refused.has(key))
      : wanted.keys.every((key) => refused.has(key));
    if (!clash) return [];
    const word = wanted.keys.find((key) => refused.has(key)) ?? "";
    return [detail(wanted.name, sentence("find.contradiction.both", { word }), word)];
  });
}

function cityElsewhere(filters: readonly Filter[], cities: FindGround["reference"]["cities"]): ErrorDetail[] {
  const keysOf = (name: string) =>
    filters.find((filter) => filter.kind === "category" && filter.name === name && !filter.none);
  const [city, country] = [keysOf("city"), keysOf("country")];
  if (city?.kind !== "category" || country?.kind !== "category") return [];
  const places = city.keys.map((key) => cities.cityOf(key));
  const isElsewhere = places.every((place) => place !== null && !country.keys.includes(place.country));
  if (!isElsewhere) return [];
  const values = { city: city.keys.join(", "), country: country.keys.join(", ") };
  return [detail("city", sentence("find.contradiction.city", values), values.city)];
}

/** Tiers that nobody of the asked size has: under the chosen policy, or else under any that there is. */
function tierOfOtherSize(
  filters: readonly Filter[],
  chosen: TierBands | null,
  { policies }: TierPolicies,
): ErrorDetail[] {
  const tier = filters.find((filter) => filter.kind === "category" && filter.name === "tier" && !filter.none);
  const size = filters.find((filter) => filter.kind === "number" && filter.name === "followers");
  if (tier?.kind !== "category" || size?.kind !== "number") return [];
  const bands = chosen
    ? chosen.map(({ from, tier: name }, place) => ({
        from,
        below: chosen[place + 1]?.from ?? null,
        tier: name,
      }))
    : policies.flatMap((policy) => policy.bands);
  const isPossible = bands.some(
    ({ tier: name, from, below }) =>
      tier.keys.some((key) => key === name) &&
      from <= (size.max ?? Number.POSITIVE_INFINITY) &&
      (below === null || below > (size.min ?? 0)),
  );
  const names = tier.keys.join(", ");
  return isPossible ? [] : [detail("tier", sentence("find.contradiction.tier", { tier: names }), names)];
}

/** Shares of different keys of one dimension that together pass the whole audience. */
function moreThanWhole(filters: readonly Filter[]): ErrorDetail[] {
  const audiences = filters.filter((filter) => filter.kind === "audience");
  for (const dimension of new Set(audiences.map((filter) => filter.dimension))) {
    const apart: (typeof audiences)[number][] = [];
    for (const filter of audiences) {
      const isApart = apart.every(({ keys }) => !keys.some((key) => filter.keys.includes(key)));
      if (filter.dimension === dimension && isApart) apart.push(filter);
    }
    const sumBp = apart.reduce((sum, { minBp }) => sum + minBp, 0);
    if (sumBp > 10_000)
      return [
        detail("audience", sentence("find.contradiction.audience", { percent: sumBp / 100 }), dimension),
      ];
  }
  return [];
}

function detail(at: string, rule: Sentence, value: string): ErrorDetail {
  return { at, rule, value };
}
