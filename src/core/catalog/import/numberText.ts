const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  千: 3,
  m: 6,
  mn: 6,
  mio: 6,
  百万: 6,
  百萬: 6,
  b: 9,
  bn: 9,
  w: 4,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
};
const SHAPE = /^([+-]?)([\d.,' ]*\d)(?:e([+-]?\d{1,3}))?\s*(百万|百萬|mio|mn|bn|[kmbw千万萬亿億])?\+?$/i;

const PLAIN = /^\d{1,15}(\.\d{1,10})?$/;

/**
 * A number as people write it: `409.8M`, `1.2万`, `1,234`, `1.234,5`, `1 234`, `12,3`, full-width digits; null when it
 * is none. A single comma before exactly three digits groups thousands, a single dot is the decimal point. A trailing
 * plus ("10万+") is read as the number before it.
 */
export function readNumber(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  const match = SHAPE.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  const [, sign = "", written = "", exponent = "0", unit = ""] = match;
  const plain = plainDigits(written);
  if (plain === null) return null;
  const power = Number(exponent) + (POWERS[unit.toLowerCase()] ?? 0);
  // Shifting the decimal exponent in text keeps 409.8M at 409800000; multiplying doubles would not always.
  const value = Number(`${sign}${plain}e${power}`);
  return Number.isFinite(value) ? value : null;
}

/** A whole number. Grouping by dots is understood here ("1.234" followers), since a count has no decimals. */
export function readCount(text: string): number | null {
  const folded = /^\d+$/.test(text) ? text : text.normalize("NFKC").trim();
  const value = readNumber(/^[+-]?\d{1,3}(\.\d{3})+$/.test(folded) ? folded.replaceAll(".", "") : folded);
  if (value === null) return null;
  // "1.23万" is whole; "12.5" is no count.
  return Number.isSafeInteger(value) ? value : null;
}

// "1,234,567" "1.234.567,8" "1'234" "12,3" → digits with a decimal point; null when the marks contradict each other.
function plainDigits(written: string): string | null {
  const spaced = written.replace(/(?<=\d)[' ](?=\d{3}(?!\d))/g, "");
  if (/[' ]/.test(spaced)) return null;
  const comma = spaced.includes(",");
  const dot = spaced.includes(".");
  if (!comma && !dot) return spaced;
  if (comma && dot) {
    const decimal = spaced.lastIndexOf(",") > spaced.lastIndexOf(".") ? "," : ".";
    return decimal === "," ? grouped(spaced, ".", ",") : grouped(spaced, ",", ".");
  }
  const mark = comma ? "," : ".";
  const parts = spaced.split(mark);
  if (parts.length > 2) return isGrouping(parts) ? parts.join("") : null;
  if (comma && isGrouping(parts) && parts[0] !== "0") return parts.join("");
  return `${parts[0] || "0"}.${parts[1]}`;
}

function grouped(text: string, group: string, decimal: string): string | null {
  const [whole = "", fraction = "", ...more] = text.split(decimal);
  const parts = whole.split(group);
  return more.length === 0 && isGrouping(parts) && !fraction.includes(group)
    ? `${parts.join("")}.${fraction}`
    : null;
}

// Groups of three, or as in India two and two and then three.
function isGrouping(parts: readonly string[]): boolean {
  const [first = "", ...rest] = parts;
  if (rest.at(-1)?.length !== 3) return rest.length === 0;
  const inner = rest.slice(0, -1);
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    (inner.every((part) => part.length === 3) || inner.every((part) => part.length === 2))
  );
}
