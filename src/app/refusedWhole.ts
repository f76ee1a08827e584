import type { Reject } from "#core/catalog/import/catalogRow";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

const DETAILS_MAX = 10;

/** The refusal of a whole file for its rows, with the first of their reasons: none acceptable, or one refused under --strict. */
export function refusedWhole(
  because: "nothingAcceptable" | "strict",
  path: string,
  rejected: number,
  rejects: readonly Reject[],
): ChoraleError {
  const [first] = rejects;
  // Nothing but remarks, or a template as it came.
  if (first === undefined && rejected === 0)
    return new ChoraleError("bad-input", sentence("catalog.file.noRows"), path);
  const values = {
    rejected,
    line: first?.line ?? 1,
    column: first?.column ?? "",
    value: oneLine(first?.value ?? ""),
  };
  return new ChoraleError(
    "bad-input",
    sentence(`catalog.file.${because}`, { ...values, rule: first ? [first.rule] : [] }),
    path,
    rejects.slice(0, DETAILS_MAX).map(({ line, column, value, rule }) => ({
      at: `line ${line}${column === "" ? "" : `, column ${oneLine(column)}`}`,
      rule,
      value,
    })),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 80);
}
