import { readFile } from "node:fs/promises";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { asReadError } from "./readNdjson.ts";

/** A file that is one JSON document. Throws bad-input when it is not, not-found when there is no such file. */
export async function readJsonDocument(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (caught) {
    throw asReadError(caught, path);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const value = text.trim().slice(0, 60);
    throw new ChoraleError("bad-input", sentence("solver.read.notJson", { value }), path);
  }
}
