import { growingU16, growingU32 } from "./growing.ts";

/**
 * Numbers words in the order in which they come. A hash table over letters: a Map of strings costs several times as much
 * for words that were just cut out of a text, whose hash no one has worked out yet.
 */
export class Vocabulary {
  private slots = new Uint32Array(2 ** 16);
  private readonly hashes = growingU32();
  private readonly starts = growingU32();
  private readonly letters = growingU16();

  constructor() {
    this.starts.push(0);
  }

  get size(): number {
    return this.hashes.length;
  }

  idOf(word: string): number {
    const hash = hashOf(word);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let held = this.slots[slot]!; held !== 0; held = this.slots[slot]!) {
      if (this.hashes.at(held - 1) === hash && this.isWord(held - 1, word)) return held - 1;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.size + 1;
    this.hashes.push(hash);
    for (let letter = 0; letter < word.length; letter++) this.letters.push(word.charCodeAt(letter));
    this.starts.push(this.letters.length);
    if (this.size * 2 > this.slots.length) this.widen();
    return this.size - 1;
  }

  wordOf(id: number): string {
    return String.fromCharCode(...this.letters.all.subarray(this.starts.at(id), this.starts.at(id + 1)));
  }

  private isWord(id: number, word: string): boolean {
    const from = this.starts.at(id);
    if (this.starts.at(id + 1) - from !== word.length) return false;
    for (let letter = 0; letter < word.length; letter++)
      if (this.letters.at(from + letter) !== word.charCodeAt(letter)) return false;
    return true;
  }

  private widen(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.hashes.at(id) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.slots = slots;
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones that choose the slot. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let letter = 0; letter < word.length; letter++)
    hash = Math.imul(hash ^ word.charCodeAt(letter), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
