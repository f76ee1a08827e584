import { harmlessCell } from "#core/harmlessCell";

/** A cell that no spreadsheet runs, quoted as needed. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const harmless = typeof value === "string" ? harmlessCell(text) : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
