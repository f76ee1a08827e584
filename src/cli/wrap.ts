import { widthOf } from "./textTable.ts";

/** Breaks prose between words so that it fits a screen; what follows a mark ("· ", "! ") stands under its text. */
export function wrap(line: string, columns: number): readonly string[] {
  const indent = /^([·!*] | {2})/.test(line) ? "  " : "";
  const lines: string[] = [];
  let open = "";
  for (const word of line.split(/(?<=\S) /)) {
    const longer = open === "" ? word : `${open} ${word}`;
    if (open === "" || widthOf(longer) <= columns) open = longer;
    else {
      lines.push(open);
      open = indent + word;
    }
  }
  return [...lines, open];
}
