import { growingU16 } from "./growing.ts";

/**
 * Numbers words in the order in which they come. A hash table over letters: a Map of strings costs several times as much
 * for words that were just cut out of a text, whose hash no one has worked out yet.
 */
export class Vocabulary {
  private slots = new Uint32Array(2 ** 16);
  private hashes = new Uint32Array(2 ** 15);
  private starts = new Uint32Array(2 ** 15 + 1);
  private readonly letters = growingU16();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The number of the word of the first so many UTF-16 units. */
  idOf(units: Uint16Array, length: number): number {
    const { slots, hashes } = this;
    const hash = hashOf(units, length);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (hashes[held - 1] === hash && this.isWord(held - 1, units, length)) return held - 1;
      slot = (slot + 1) & mask;
    }
    return this.add(units, length, hash, slot);
  }

  wordOf(id: number): string {
    return String.fromCharCode(...this.letters.room(0).subarray(this.starts[id], this.starts[id + 1]));
  }

  private isWord(id: number, units: Uint16Array, length: number): boolean {
    const letters = this.letters.room(0);
    const from = this.starts[id]!;
    if (this.starts[id + 1]! - from !== length) return false;
    for (let letter = 0; letter < length; letter++)
      if (letters[from + letter] !== units[letter]) return false;
    return true;
  }

  private add(units: Uint16Array, length: number, hash: number, slot: number): number {
    const id = this.count++;
    this.slots[slot] = id + 1;
    this.hashes[id] = hash;
    const letters = this.letters.room(length);
    for (let letter = 0; letter < length; letter++) letters[this.letters.length++] = units[letter]!;
    this.starts[id + 1] = this.letters.length;
    if (this.count * 2 === this.slots.length) this.widen();
    return id;
  }

  private widen(): void {
    const size = this.slots.length * 2;
    const [slots, hashes, starts] = [
      new Uint32Array(size),
      new Uint32Array(size / 2),
      new Uint32Array(size / 2 + 1),
    ];
    hashes.set(this.hashes);
    starts.set(this.starts);
    for (let id = 0; id < this.count; id++) {
      let slot = hashes[id]! & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = id + 1;
    }
    [this.slots, this.hashes, this.starts] = [slots, hashes, starts];
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones that choose the slot. */
function hashOf(units: Uint16Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let letter = 0; letter < length; letter++) hash = Math.imul(hash ^ units[letter]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
