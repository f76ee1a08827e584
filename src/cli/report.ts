import { ChoraleError, type ErrorCode } from "#core/errors";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import type { Terminal } from "./terminal.ts";

const EXIT_CODES: Readonly<Record<ErrorCode, 1 | 2 | 3>> = {
  "bad-input": 1,
  usage: 2,
  "not-found": 1,
  conflict: 1,
  refused: 1,
  unavailable: 3,
  internal: 3,
};

/** Says an error once: one line on stderr, and with --json its document on stdout. Returns the exit code. */
export function reportError(caught: unknown, json: boolean, terminal: Terminal): 1 | 2 | 3 {
  const { at, code, message } = errorDocument(caught).error;
  // What a library says may run over several lines.
  const line = `chorale: ${at === null ? "" : `${at}: `}${message}`.replace(/\s*\n\s*/g, " ");
  terminal.note(line);
  if (json) terminal.print(JSON.stringify(errorDocument(caught)));
  return EXIT_CODES[code];
}

/** The error as a document. What nobody threw on purpose is internal. */
export function errorDocument(caught: unknown) {
  const error =
    caught instanceof ChoraleError
      ? caught
      : new ChoraleError("internal", sentence("error.internal", { reason: String(caught) }));
  const details = error.details.map((d) => ({ at: d.at, rule: say("en", d.rule), value: d.value }));
  return { error: { code: error.code, message: say("en", error.sentence), at: error.at, details } };
}
