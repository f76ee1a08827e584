/** Longer texts are seldom met twice. */
const BYTES_MAX = 32;
const SLOTS = 2 ** 12;

/**
 * Decodes texts of which most were met a moment ago, a platform's name or the key of the row before: comparing a few bytes
 * costs a fifth of making a string, and a million rows then share one. A text forgets whichever other had its slot.
 */
export class KnownTexts {
  private readonly encoding: "latin1" | "utf8";
  private readonly known = new Uint8Array(SLOTS * BYTES_MAX);
  private readonly lengths = new Uint8Array(SLOTS);
  private readonly texts: string[] = new Array(SLOTS).fill("");

  constructor(encoding: "latin1" | "utf8") {
    this.encoding = encoding;
  }

  textAt(bytes: Buffer, at: number, length: number): string {
    if (length > BYTES_MAX) return bytes.toString(this.encoding, at, at + length);
    const slot = slotOf(bytes, at, length);
    if (this.lengths[slot] === length && this.isKnown(slot * BYTES_MAX, bytes, at, length))
      return this.texts[slot]!;
    const text = bytes.toString(this.encoding, at, at + length);
    this.lengths[slot] = length;
    for (let byte = 0; byte < length; byte++) this.known[slot * BYTES_MAX + byte] = bytes[at + byte]!;
    this.texts[slot] = text;
    return text;
  }

  private isKnown(from: number, bytes: Buffer, at: number, length: number): boolean {
    for (let byte = 0; byte < length; byte++) if (this.known[from + byte] !== bytes[at + byte]) return false;
    return true;
  }
}

/** FNV-1a of the last eight bytes: ids and words differ at their end as much as in the whole. */
function slotOf(bytes: Buffer, at: number, length: number): number {
  let hash = 0x811c9dc5 ^ length;
  for (let byte = at + Math.max(0, length - 8); byte < at + length; byte++)
    hash = Math.imul(hash ^ bytes[byte]!, 0x01000193);
  return (hash ^ (hash >>> 12)) & (SLOTS - 1);
}
