import { readNumber } from "./numberText.ts";
import type { RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";

export const EXTRA_CHARACTERS = 200;

/** Columns that mean nothing to Chorale and those mapped to `extra.…`, kept as they came. */
export function readUnmapped(
  cells: RowCells,
  context: RowContext,
): Readonly<Record<string, string | number>> {
  const extra: Record<string, string | number> = {};
  for (const { key, column } of context.columns.unmapped) {
    const text = cells.unmapped(column);
    if (text !== null) extra[key] = text.slice(0, EXTRA_CHARACTERS);
  }
  for (const [field] of context.columns.byField) {
    if (!field.startsWith("extra.")) continue;
    const text = cells.known(field).at(-1)?.text.trim();
    if (text !== undefined)
      extra[field.slice("extra.".length)] = readNumber(text) ?? text.slice(0, EXTRA_CHARACTERS);
  }
  return extra;
}
