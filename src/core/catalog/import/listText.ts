import { readShareBp } from "./shareText.ts";

/** Words of a list cell, `#a, b、c`, in order and without repeats. */
export function readWords(text: string): string[] {
  const words = text
    .split(/[,，、;；|\r\n]+|\s+(?=#)/)
    .map((word) => word.trim().replace(/^#+|#+$/g, ""))
    .filter((word) => word !== "");
  return [...new Set(words)];
}

export interface ListedShare {
  readonly word: string;
  readonly shareBp: number;
}

const WORD_CHARACTERS = 100;
const ENTRY = /^(?:\d+[\s.)、:]+)?(.+?)[\s:：(（=]+([\d.,，]+)\s*([%％]?)[)）]?$/;

/**
 * A ranking in one cell: numbered lines ("1        美食        5.19%") or `US 45%; UK 20%`. Null when an entry is
 * not a word with a share.
 */
export function readShareList(text: string): ListedShare[] | null {
  const lines = text.split(/[\r\n;；|]+|(?<=[%％])\s*[,，、]\s*/).map((line) => line.trim());
  const shares: ListedShare[] = [];
  for (const line of lines.filter((entry) => entry !== "")) {
    const match = ENTRY.exec(line);
    const shareBp = match ? readShareBp(match[2] ?? "", "percent") : null;
    const word = (match?.[1] ?? "").trim();
    if (shareBp === null || shareBp < 0 || shareBp > 10_000 || word.length > WORD_CHARACTERS) return null;
    shares.push({ word, shareBp });
  }
  return shares.length > 0 ? shares : null;
}
