type Values = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** A typed array that grows at its end. */
export class Growing<T extends Values> {
  private readonly make: (length: number) => T;
  private values: T;
  length = 0;

  constructor(make: (length: number) => T) {
    this.make = make;
    this.values = make(1024);
  }

  push(value: number): void {
    this.room(1)[this.length++] = value;
  }

  /**
   * The array itself with room for so many more behind `length`; whoever writes there moves `length`. Many values are
   * written so several times faster than pushed: what kind of array it is, is known where it is written.
   */
  room(more: number): T {
    if (this.length + more > this.values.length) {
      const larger = this.make(Math.max(this.length + more, this.length * 2));
      larger.set(this.values);
      this.values = larger;
    }
    return this.values;
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
