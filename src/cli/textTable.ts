/**
 * Columns of plain text: the first `left` flush left, the others flush right; CJK characters count two columns. Where the
 * table is wider than the screen, the cells of its first column are cut short.
 */
export function textTable(
  rows: readonly (readonly string[])[],
  {
    left = 1,
    columnsMax = Number.POSITIVE_INFINITY,
  }: { readonly left?: number; readonly columnsMax?: number } = {},
): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(...rows.map((row) => widthOf(row[c] ?? ""))),
  );
  const [first = 0, ...others] = widths;
  const room = columnsMax - others.reduce((sum, width) => sum + width + GAP.length, 0);
  widths[0] = Math.min(first, Math.max(FIRST_MIN, room));
  return rows.map((row) =>
    widths
      .map((width, c) => {
        const cell = cut(row[c] ?? "", width);
        const pad = " ".repeat(width - widthOf(cell));
        return c < left ? cell + pad : pad + cell;
      })
      .join(GAP)
      .trimEnd(),
  );
}

const GAP = "  ";
const FIRST_MIN = 12;

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const char of text) {
    if (widthOf(kept + char) >= width) break;
    kept += char;
  }
  return `${kept}…`;
}

/** In columns of a terminal. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
