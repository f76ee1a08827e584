import { readFile, stat } from "node:fs/promises";
import { parseDocument } from "yaml";
import { ChoraleError } from "#core/errors";
import { type Sentence, sentence } from "#core/sentence";

const BYTES_MAX = 2_000_000;

/** A brief file as an untrusted document for `parseBrief`. Throws not-found, or bad-input with the line that breaks. */
export async function readBrief(path: string): Promise<unknown> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw refused(path, sentence("brief.folder"), null);
  if (!found?.isFile()) throw new ChoraleError("not-found", sentence("brief.notFound"), path);
  if (found.size > BYTES_MAX) throw refused(path, sentence("brief.tooLarge", { max: BYTES_MAX }), found.size);
  return briefFromText(decode(await readFile(path), path), path);
}

/** YAML, and JSON as the part of YAML it is. `at` names the text in errors. */
export function briefFromText(text: string, at: string): unknown {
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // Flow-style YAML starts alike; its reader names the line of what is neither.
    }
  }
  const document = parseDocument(text, { prettyErrors: true, version: "1.2" });
  const [broken] = document.errors;
  if (broken) {
    const { line, col } = broken.linePos?.[0] ?? { line: 1, col: 1 };
    // The message goes on with a drawing of the line; the sentence already says where.
    const reason = broken.message.split(/ at line \d+|\n/)[0] ?? broken.code;
    throw refused(at, sentence("brief.unreadable", { line, column: col, reason }), null);
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (caught) {
    const reason = caught instanceof Error ? caught.message : String(caught);
    throw refused(at, sentence("brief.unreadable", { line: 1, column: 1, reason }), null);
  }
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused(path, sentence("brief.notText"), null);
  }
}

function refused(at: string, rule: Sentence, value: number | null): ChoraleError {
  return new ChoraleError("bad-input", rule, at, [{ at, rule, value }]);
}
