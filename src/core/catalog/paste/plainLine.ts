import { foldText } from "../foldText.ts";

const BULLET =
  /^\s*(?:(?:[-*•‣▪●○◦–—]|\[[ xX✓]?\]|✅|☑️?|👉|🔸|🔹|➡️?)\s+|[-*•]?\s*\(?\d{1,3}[.)、:](?!\d)\s*|[-*•]\s*|[\u2460-\u2473]\s*|#\d{1,3}\s+|\d{1,3}\s(?=https?:))+/u;

/** A line without what lists, mails and Markdown put around the words. */
export function plainLine(text: string): string {
  // Circled numbers fold into plain digits, so they go first.
  return foldText(text.replace(/^\s*[\u2460-\u2473]\s*/u, ""))
    .replace(/^(?:\s*>)+\s?/, "")
    .replace(BULLET, "")
    .replace(/\[([^\]\n]*)\]\(<?([^)\s>]+)>?\)/g, "$1 $2")
    .replace(/\*\*|`/g, "")
    .replace(/\\([_*.~-])/g, "$1")
    .replace(/^\s*\|/, "")
    .replace(/\|\s*$/, "")
    .trim();
}
