const PAGE_BYTES = 65_536;
/** 4 GiB: what a 32-bit address reaches. */
export const PAGES_MAX = 65_536;

/** Hands out runs of one linear memory that all threads share. Nothing is ever given back: a memory goes as a whole. */
export class Arena {
  readonly memory: WebAssembly.Memory;
  private next = 64;

  constructor() {
    this.memory = new WebAssembly.Memory({ initial: 1, maximum: PAGES_MAX, shared: true });
  }

  get bytes(): number {
    return this.next;
  }

  /** The address of that many zero bytes, at a multiple of 16. */
  take(bytes: number): number {
    const at = Math.ceil(this.next / 16) * 16;
    this.next = at + bytes;
    const missing = Math.ceil(this.next / PAGE_BYTES) - this.memory.buffer.byteLength / PAGE_BYTES;
    if (missing > 0) this.memory.grow(missing);
    return at;
  }

  /** Copies an array in; its address. */
  put(values: ArrayBufferView): number {
    const at = this.take(values.byteLength);
    new Uint8Array(this.memory.buffer, at, values.byteLength).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
    return at;
  }
}
