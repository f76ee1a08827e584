// DOORS: these words are unknown, not errors and not zero.
const UNKNOWN = new Set([
  "",
  "-",
  "–",
  "—",
  "n/a",
  "na",
  "#n/a",
  "/",
  "\\",
  "×",
  "--",
  "null",
  "none",
  "nan",
  "无",
  "無",
  "暂无",
  "暫無",
  "找不到",
]);

/** Whether a cell says that nobody knows. */
export function isUnknown(text: string): boolean {
  // Nearly every cell of a column of figures starts with a digit.
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return text.length <= 8 && UNKNOWN.has(text.normalize("NFKC").trim().toLowerCase());
}
