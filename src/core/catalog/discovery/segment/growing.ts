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
    if (this.length === this.values.length) {
      const larger = this.make(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** The value at a place that was pushed. */
  at(place: number): number {
    return this.values[place]!;
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
