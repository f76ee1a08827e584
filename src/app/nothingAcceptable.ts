import type { Reject } from "#core/catalog/import/catalogRow";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

/** The refusal of a file of whose rows none was acceptable, with the first of their reasons. */
export function nothingAcceptable(path: string, rejects: readonly Reject[]): ChoraleError {
  const [first] = rejects;
  return new ChoraleError(
    "bad-input",
    sentence("catalog.file.nothingAcceptable", {
      line: first?.line ?? 1,
      column: first?.column ?? "",
      value: first?.value ?? "",
      rule: first ? [first.rule] : [],
    }),
    path,
    rejects.slice(0, 10).map(({ line, column, value, rule }) => ({
      at: `line ${line}${column === "" ? "" : `, column ${column}`}`,
      rule,
      value,
    })),
  );
}
