type Values = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** A typed array that grows at its end. */
export class Growing<T extends Values> {
  private readonly make: (length: number) => T;
  private values: T;
  // Asked for with each value, and asking an array of any kind for its length is slow.
  private capacity = 8;
  length = 0;

  constructor(make: (length: number) => T) {
    this.make = make;
    this.values = make(this.capacity);
  }

  /**
   * The array itself with room for so many more behind `length`; whoever writes there moves `length`. There is no `push`:
   * what kind of array it is, is known where it is written, and writing is several times faster there.
   */
  room(more: number): T {
    if (this.length + more > this.capacity) this.widen(more);
    return this.values;
  }

  private widen(more: number): void {
    this.capacity = Math.max(this.length + more, this.length * 2);
    const larger = this.make(this.capacity);
    larger.set(this.values);
    this.values = larger;
  }

  /** What was pushed; not a copy. */
  get all(): T {
    return this.values.subarray(0, this.length) as T;
  }
}

export const growingF64 = () => new Growing((length) => new Float64Array(length));
export const growingU32 = () => new Growing((length) => new Uint32Array(length));
export const growingI32 = () => new Growing((length) => new Int32Array(length));
export const growingU16 = () => new Growing((length) => new Uint16Array(length));
export const growingU8 = () => new Growing((length) => new Uint8Array(length));
