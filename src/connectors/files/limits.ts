import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

/** Above these a file is no list of creators but an accident or an attack; it is refused whole. */
export const LIMITS = {
  columns: 1000,
  /** Characters: a long bio has 5,000, a page of 200 tags 10,000. */
  cellCharacters: 262_144,
  zipEntries: 1000,
  zipInflatedBytes: 536_870_912,
  /** Inflated over packed size; sheets of real numbers reach about 30, sheets of one repeated value about 150. */
  zipRatio: 300,
  /** Inflated bytes that no ratio forbids: small parts of one repeated value pack well beyond it. */
  zipFreeBytes: 16_777_216,
} as const;

export function refuse(
  path: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): ChoraleError {
  const rule = sentence(`catalog.file.${key}`, values);
  return new ChoraleError("bad-input", rule, path, [{ at: path, rule, value: null }]);
}

export function checkColumns(path: string, columns: readonly string[]): void {
  if (columns.length > LIMITS.columns)
    throw refuse(path, "tooManyColumns", { columns: columns.length, most: LIMITS.columns });
}

export function checkCell(path: string, line: number, column: string, text: string): void {
  if (text.length > LIMITS.cellCharacters)
    throw refuse(path, "cellTooLong", { line, column, most: LIMITS.cellCharacters });
}
