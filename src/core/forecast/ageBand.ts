/** The bands in which audiences are kept; other bands are dealt out evenly by year of age. */
export const AGE_BANDS = ["0-17", "18-24", "25-34", "35-44", "45+"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

// An open band is read up to here. Nobody younger than 13 has an account on most platforms.
const OLDEST = 80;
const YOUNGEST = 13;

/** First and last year of age, inclusive, of "18-24" or "45+"; null when it is no band. */
export function agesOf(band: string): readonly [number, number] | null {
  const match = /^(\d{1,3})(?:-(\d{1,3})|(\+))$/.exec(band.trim());
  if (!match) return null;
  const from = Math.max(YOUNGEST, Number(match[1]));
  const to = match[3] ? OLDEST : Number(match[2]);
  return to >= from ? [from, to] : null;
}

/** Share of the years of `band` that lie in `within`. */
export function overlapOfAges(band: string, within: string): number {
  const a = agesOf(band);
  const b = agesOf(within);
  if (!a || !b) return 0;
  const years = Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1;
  return Math.max(0, years) / (a[1] - a[0] + 1);
}

/** Shares over any bands, dealt over ours; the sum is kept. */
export function inAgeBands(shares: ReadonlyMap<string, number>): ReadonlyMap<AgeBand, number> {
  return new Map(
    AGE_BANDS.map((ours) => [
      ours,
      [...shares].reduce((sum, [band, share]) => sum + share * overlapOfAges(band, ours), 0),
    ]),
  );
}

/** Share of one of our bands that the brief's ages ask for; no ages ask for everyone. */
export function ageWanted(band: AgeBand, wanted: readonly string[]): number {
  if (wanted.length === 0) return 1;
  const years = agesOf(band);
  if (!years) return 0;
  const ranges = wanted.flatMap((range) => agesOf(range.trim()) ?? []);
  let inside = 0;
  for (let age = years[0]; age <= years[1]; age++) {
    for (let i = 0; i < ranges.length; i += 2) {
      if (age >= (ranges[i] ?? 0) && age <= (ranges[i + 1] ?? 0)) {
        inside++;
        break;
      }
    }
  }
  return inside / (years[1] - years[0] + 1);
}
