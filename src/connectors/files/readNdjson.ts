import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

/**
 * One JSON value a line, blank lines skipped, without holding the file in memory. Throws bad-input with the line that is
 * no JSON, not-found when there is no such file.
 */
export async function* readNdjson(path: string): AsyncGenerator<{ line: number; value: unknown }> {
  const stream = createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 });
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  try {
    for await (const text of lines) {
      line++;
      const bare = line === 1 ? text.replace(/^\uFEFF/, "") : text;
      if (bare.trim() !== "") yield { line, value: parse(bare, path, line) };
    }
  } catch (caught) {
    throw asReadError(caught, path);
  } finally {
    lines.close();
    stream.destroy();
  }
}

function parse(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    throw new ChoraleError(
      "bad-input",
      sentence("solver.read.notJson", { value: shown }),
      `${path}, line ${line}`,
    );
  }
}

/** What the system says about a file, in the house's words. */
export function asReadError(caught: unknown, path: string): unknown {
  const code = caught instanceof Error && "code" in caught ? String(caught.code) : "";
  if (code === "ENOENT") return new ChoraleError("not-found", sentence("solver.read.noFile"), path);
  if (code === "EISDIR") return new ChoraleError("bad-input", sentence("solver.read.folder"), path);
  if (code === "EACCES") return new ChoraleError("refused", sentence("solver.read.noAccess"), path);
  return caught;
}
