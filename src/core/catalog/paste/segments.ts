// A comma or a dot between digits belongs to the number, a dash inside a word to the word.
const DIVIDERS = /\t|\s{2,}|(?<!\d),|,(?!\d)|[;|()（）[\]•\n]|\s[-–—/·]\s|\s·|·\s|(?<=\D)\/|\/(?=\D)/u;

/** The parts of a line between commas, bars, tabs, brackets and dashes that stand free. */
export function segmentsOf(text: string): string[] {
  return text
    .split(DIVIDERS)
    .map((part) => part.replace(/^[-–—:=]\s+/u, "").trim())
    .filter((part) => part !== "");
}
