/** A cell that no spreadsheet runs: one that starts like a formula gets an apostrophe before it, and all are quoted as needed. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const harmless = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
