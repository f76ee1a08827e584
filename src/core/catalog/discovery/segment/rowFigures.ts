import {
  CATEGORIES,
  type Category,
  NUMBER_NAMES,
  NUMBERS,
  type NumberName,
  UNKNOWN_I32,
} from "../figures.ts";
import type { SegmentLayout } from "./layout.ts";

/** What the index keeps of one account; null is unknown. */
export interface RowFigures {
  readonly numbers: Readonly<Record<NumberName, number | null>>;
  readonly categories: Readonly<Record<Category, string | null>>;
}

export function rowFigures({ memory, numbers, categories }: SegmentLayout, row: number): RowFigures {
  return {
    numbers: recordOf(NUMBER_NAMES, (name) => {
      const { column } = numbers[name];
      if (NUMBERS[name].store === "f64") {
        const value = new Float64Array(memory.buffer, column + row * 8, 1)[0] ?? Number.NaN;
        return Number.isNaN(value) ? null : value;
      }
      const value = new Int32Array(memory.buffer, column + row * 4, 1)[0] ?? UNKNOWN_I32;
      return value === UNKNOWN_I32 ? null : value;
    }),
    categories: recordOf(CATEGORIES, (name) => {
      const { codes, codeBytes, keys } = categories[name];
      const Codes = codeBytes === 1 ? Uint8Array : Uint32Array;
      const code = new Codes(memory.buffer, codes + row * codeBytes, 1)[0] ?? 0;
      return code === 0 ? null : (keys[code] ?? null);
    }),
  };
}

function recordOf<K extends string, T>(names: readonly K[], value: (name: K) => T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, T>;
}
