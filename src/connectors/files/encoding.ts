export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** The encoding that a byte order mark declares, or that the zero bytes of Latin text in UTF-16 give away. */
export function declaredEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) zeros[i % 2 === 0 ? 0 : 1] += 1;
  const half = head.length / 2;
  if (zeros[1] > half / 4 && zeros[0] === 0) return "utf-16le";
  if (zeros[0] > half / 4 && zeros[1] === 0) return "utf-16be";
  return null;
}

/** Feeds bytes through one strict decoder and remembers whether they were valid, and whether they read as Chinese. */
export class Probe {
  readonly encoding: Encoding;
  #decoder: TextDecoder;
  #valid = true;
  #foreign = 0;
  #chinese = 0;

  constructor(encoding: Encoding) {
    this.encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  get valid(): boolean {
    return this.#valid;
  }

  /** GB18030 decodes nearly any pair of bytes: believable only when most of what is not ASCII is Chinese text. */
  get readsAsChinese(): boolean {
    return this.#valid && this.#chinese >= 0.7 * this.#foreign;
  }

  add(bytes: Uint8Array, last: boolean): void {
    if (!this.#valid) return;
    try {
      const text = this.#decoder.decode(bytes, { stream: !last });
      if (this.encoding === "gb18030") this.#count(text);
    } catch {
      this.#valid = false;
    }
  }

  #count(text: string): void {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) continue;
      this.#foreign += 1;
      if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00)
        this.#chinese += 1;
    }
  }
}
