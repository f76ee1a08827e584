/** Whole years, both ends included; `to` null is open. */
export interface AgeRange {
  readonly from: number;
  readonly to: number | null;
}

const AGE_MAX = 120;

/** "18-24", "45+"; null for anything else, and for a range that runs backwards. */
export function ageRange(text: string): AgeRange | null {
  const open = /^(\d{1,3})\+$/.exec(text);
  if (open) return Number(open[1]) <= AGE_MAX ? { from: Number(open[1]), to: null } : null;
  const closed = /^(\d{1,3})-(\d{1,3})$/.exec(text);
  if (!closed) return null;
  const [from, to] = [Number(closed[1]), Number(closed[2])];
  return from <= to && to <= AGE_MAX ? { from, to } : null;
}
