const CANDIDATES = [",", "\t", ";", "|"] as const;
const RECORDS_LOOKED_AT = 50;

/**
 * The delimiter under which the most records of the text have as many cells as the header, or, below a title in one
 * cell, as each other; "," for a single column.
 */
export function sniffDelimiter(text: string): string {
  let best = ",";
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    const counts = delimitersByRecord(text, delimiter);
    const header = (counts[0] ?? 0) > 0 ? (counts[0] ?? 0) : mostFrequent(counts);
    if (header === 0) continue;
    const agreeing = counts.filter((count) => count === header).length / counts.length;
    const score = agreeing + Math.min(header, 99) / 1000;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [most] = [...times].filter(([count]) => count > 0).sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most !== undefined && most[1] > 1 ? most[0] : 0;
}

function delimitersByRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let cellStart = true;
  let quoted = false;
  let empty = true;
  for (let i = 0; i < text.length && counts.length < RECORDS_LOOKED_AT; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character === '"') {
        if (text[i + 1] === '"') i += 1;
        else quoted = false;
      }
    } else if (character === '"' && cellStart) {
      quoted = true;
      empty = false;
      cellStart = false;
    } else if (character === "\n" || character === "\r") {
      if (!empty) counts.push(count);
      count = 0;
      cellStart = true;
      empty = true;
    } else {
      empty = false;
      cellStart = character === delimiter;
      if (cellStart) count += 1;
    }
  }
  // The last record of the sample is cut off in the middle unless the text ends here; it counts only when it is all there is.
  if (!empty && counts.length === 0) counts.push(count);
  return counts;
}
