import { addDays, type IsoDate } from "../../src/core/period.ts";

/*
 * The Chinese calendar from the sun and the moon (GB/T 33661-2017): a month begins on the day of its new moon, counted at
 * UTC+8; month 11 holds the winter solstice; of thirteen months between two of those, the first without a major term is leap.
 * Formulas and coefficients: J. Meeus, Astronomical Algorithms, 2nd edition, 1998; the letters are his.
 */
const J2000 = 2_451_545;
const UNIX_EPOCH = 2_440_587.5;
const CHINA_DAYS = 8 / 24;
/** TD − UT in days: 69 s in 2020, and no more than 80 s by 2032. */
const DELTA_T_DAYS = 72 / 86_400;
const LUNATION_DAYS = 29.530588861;

const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** Chapter 49: the instant of a new moon, k = 0 the first of 2000, as a Julian day in TD; good to some 20 seconds. */
export function newMoon(k: number): number {
  const T = k / 1236.85;
  const E = 1 - 0.002516 * T - 0.0000074 * T ** 2;
  const M = 2.5534 + 29.1053567 * k - 0.0000014 * T ** 2 - 0.00000011 * T ** 3;
  const m = 201.5643 + 385.81693528 * k + 0.0107582 * T ** 2 + 0.00001238 * T ** 3;
  const F = 160.7108 + 390.67050284 * k - 0.0016118 * T ** 2 - 0.00000227 * T ** 3;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * T ** 2 + 0.00000215 * T ** 3;
  const mean = 2_451_550.09766 + LUNATION_DAYS * k + 0.00015437 * T ** 2 - 0.00000015 * T ** 3;
  const ofMoonAndSun =
    -0.4072 * sin(m) +
    0.17241 * E * sin(M) +
    0.01608 * sin(2 * m) +
    0.01039 * sin(2 * F) +
    0.00739 * E * sin(m - M) -
    0.00514 * E * sin(m + M) +
    0.00208 * E ** 2 * sin(2 * M) -
    0.00111 * sin(m - 2 * F) -
    0.00057 * sin(m + 2 * F) +
    0.00056 * E * sin(2 * m + M) -
    0.00042 * sin(3 * m) +
    0.00042 * E * sin(M + 2 * F) +
    0.00038 * E * sin(M - 2 * F) -
    0.00024 * E * sin(2 * m - M) -
    0.00017 * sin(node) -
    0.00007 * sin(m + 2 * M) +
    0.00004 * sin(2 * m - 2 * F) +
    0.00004 * sin(3 * M) +
    0.00003 * sin(m + M - 2 * F) +
    0.00003 * sin(2 * m + 2 * F) -
    0.00003 * sin(m + M + 2 * F) +
    0.00003 * sin(m - M + 2 * F) -
    0.00002 * sin(m - M - 2 * F) -
    0.00002 * sin(3 * m + M) +
    0.00002 * sin(4 * m);
  const ofPlanets: readonly (readonly [number, number])[] = [
    [0.000325, 299.77 + 0.107408 * k - 0.009173 * T ** 2],
    [0.000165, 251.88 + 0.016321 * k],
    [0.000164, 251.83 + 26.651886 * k],
    [0.000126, 349.42 + 36.412478 * k],
    [0.00011, 84.66 + 18.206239 * k],
    [0.000062, 141.74 + 53.303771 * k],
    [0.00006, 207.14 + 2.453732 * k],
    [0.000056, 154.84 + 7.30686 * k],
    [0.000047, 34.52 + 27.261239 * k],
    [0.000042, 207.19 + 0.121824 * k],
    [0.00004, 291.34 + 1.844379 * k],
    [0.000037, 161.72 + 24.198154 * k],
    [0.000035, 239.56 + 25.513099 * k],
    [0.000023, 331.55 + 3.592518 * k],
  ];
  return mean + ofMoonAndSun + ofPlanets.reduce((sum, [size, angle]) => sum + size * sin(angle), 0);
}

/** Chapter 25: the sun's apparent longitude in degrees at a Julian day in TD; good to 0.01°, a quarter of an hour. */
function sunLongitude(day: number): number {
  const T = (day - J2000) / 36_525;
  const M = 357.52911 + 35_999.05029 * T - 0.0001537 * T ** 2;
  const centre =
    (1.914602 - 0.004817 * T - 0.000014 * T ** 2) * sin(M) +
    (0.019993 - 0.000101 * T) * sin(2 * M) +
    0.000289 * sin(3 * M);
  const aberration = -0.00569 - 0.00478 * sin(125.04 - 1934.136 * T);
  return modulo(280.46646 + 36_000.76983 * T + 0.0003032 * T ** 2 + centre + aberration, 360);
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;

/** The day in China, and the minutes by which the instant misses the midnight next to it. */
export function chinaDay(instantTd: number): { readonly day: IsoDate; readonly minutesToMidnight: number } {
  const days = instantTd - DELTA_T_DAYS + CHINA_DAYS - UNIX_EPOCH;
  const part = days - Math.floor(days);
  return {
    day: addDays("1970-01-01", Math.floor(days)),
    minutesToMidnight: Math.min(part, 1 - part) * 1440,
  };
}

/** A month by the k of its new moon: whether a major term (the sun at a multiple of 30°) falls on one of its days. */
function hasMajorTerm(k: number): boolean {
  return termAt(startOf(k)) !== termAt(startOf(k + 1));
}

const startOf = (k: number) => chinaDay(newMoon(k)).day;

/** Which twelfth of the ecliptic the sun is in when a day begins in China. */
function termAt(day: IsoDate): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + UNIX_EPOCH - CHINA_DAYS + DELTA_T_DAYS;
  return Math.floor(sunLongitude(midnight) / 30);
}

/** The month that holds the winter solstice (270°) of a year, by the k of its new moon. */
function month11Of(year: number): number {
  const near = Math.floor((year + 0.9 - 2000) * 12.3685) - 2;
  for (let k = near; k < near + 5; k++) if (termAt(startOf(k)) < 9 && termAt(startOf(k + 1)) >= 9) return k;
  throw new Error(`no solstice found in ${year}`);
}

/** The first day of each month of a lunar year that begins in `year`: `[month, k]`, leap months left out. */
export function monthsOf(year: number): ReadonlyMap<number, { readonly k: number; readonly first: IsoDate }> {
  const months = new Map<number, { k: number; first: IsoDate }>();
  for (const [from, to, offset] of [
    [month11Of(year - 1), month11Of(year), 11],
    [month11Of(year), month11Of(year + 1), 23],
  ] as const) {
    let isLeapOpen = to - from === 13;
    let number = offset;
    for (let k = from; k < to; k++) {
      if (k > from) {
        if (isLeapOpen && !hasMajorTerm(k)) {
          isLeapOpen = false;
          continue;
        }
        number++;
      }
      if (number > 12 && number <= 24) months.set(number - 12, { k, first: startOf(k) });
    }
  }
  return months;
}
