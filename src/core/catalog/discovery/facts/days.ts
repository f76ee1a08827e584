import type { IsoDate } from "#core/period";

const DAY_MS = 86_400_000;

/** Whole days since 1970-01-01. */
export function dayNumber(day: IsoDate): number {
  return Date.parse(day) / DAY_MS;
}

/** Each key once, with its last known day as a number; null: no day is known. */
export function lastDays(
  dated: readonly { readonly key: string; readonly on: IsoDate | null }[],
): { readonly key: string; readonly value: number | null }[] {
  if (dated.length === 0) return [];
  const last = new Map<string, number | null>();
  for (const { key, on } of dated) {
    const day = on === null ? null : dayNumber(on);
    const before = last.get(key) ?? null;
    last.set(key, day === null || (before !== null && before > day) ? before : day);
  }
  return [...last].map(([key, value]) => ({ key, value }));
}
