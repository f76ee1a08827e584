/** An age group as audiences are keyed: `<18` → "0-17", `>44` → "45+", `18–24岁` → "18-24"; null when it is none. */
export function ageKey(text: string): string | null {
  const folded = text
    .normalize("NFKC")
    .replace(/\s|岁|歲|years?|y\.?o\.?/gi, "")
    .toLowerCase();
  const range = /^(\d{1,2})[-–—~至_](\d{1,2})$/.exec(folded);
  if (range && Number(range[1]) < Number(range[2])) return `${Number(range[1])}-${Number(range[2])}`;
  const below = /^(?:<|under|below|小于)(\d{1,2})$|^(\d{1,2})以下$/.exec(folded);
  if (below) return `0-${Number(below[1] ?? below[2]) - 1}`;
  const above = /^(?:>|over|大于)(\d{1,2})$/.exec(folded);
  if (above) return `${Number(above[1]) + 1}+`;
  const from = /^(?:>=|≥)?(\d{1,2})(?:\+|以上)$|^(?:>=|≥)(\d{1,2})$/.exec(folded);
  return from ? `${Number(from[1] ?? from[2])}+` : null;
}
