/**
 * A text that no spreadsheet runs as a formula: one that begins like one gets an apostrophe before it, which an import takes
 * away again. A lone minus or a number below zero runs nothing.
 */
export function harmlessCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-[\d.,]*%?$/.test(text) ? `'${text}` : text;
}
