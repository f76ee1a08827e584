import { NUMBERS, type NumberName, UNKNOWN_I32 } from "../figures.ts";
import type { Arena } from "./arena.ts";
import { growingF64, growingI32 } from "./growing.ts";
import type { NumberLayout } from "./layout.ts";
import { type PlanesLayout, putPlanes } from "./planes.ts";
import { placeAmong, putSketch } from "./sketch.ts";

export class NumberBuilder {
  private readonly name: NumberName;
  private readonly isF64: boolean;
  private readonly values;

  constructor(name: NumberName) {
    this.name = name;
    this.isF64 = NUMBERS[name].store === "f64";
    this.values = this.isF64 ? growingF64() : growingI32();
  }

  /** Throws for a value that a 32-bit column cannot hold: every figure kept in one is a whole number by its schema. */
  add(value: number | null): void {
    if (!this.isF64 && value !== null && (value | 0) !== value)
      throw new RangeError(`${this.name}: ${value} is no int32`);
    this.values.room(1)[this.values.length++] = value ?? (this.isF64 ? Number.NaN : UNKNOWN_I32);
  }

  finish(arena: Arena, words: number): NumberLayout {
    const { store, bands } = NUMBERS[this.name];
    const { all } = this.values;
    const rows = words * 64;
    const column = arena.take(rows * (store === "f64" ? 8 : 4));
    const target =
      store === "f64"
        ? new Float64Array(arena.memory.buffer, column, rows)
        : new Int32Array(arena.memory.buffer, column, rows);
    target.fill(store === "f64" ? Number.NaN : UNKNOWN_I32);
    target.set(all);
    const sketch = putSketch(arena, words, all, isKnown, bands);
    const bandOf = sketch.least.map((value, code) => (code === 0 ? 0 : placeAmong(bands, value)));
    const codes = new Uint8Array(arena.memory.buffer, sketch.codes, all.length);
    const codeOf = (row: number) => bandOf[codes[row]!]!;
    const planes =
      bands.length === 0 ? NO_PLANES : putPlanes(arena, words, all.length, bands.length + 1, codeOf);
    return { column, sketch, bandOf, ...planes };
  }
}

const NO_PLANES: PlanesLayout = { planes: 0, count: 0 };

const isKnown = (value: number) => !(Number.isNaN(value) || value === UNKNOWN_I32);
