import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { asReadError } from "./readNdjson.ts";

/** SHA-256 of a file's bytes, hex. Throws not-found when there is no such file. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (caught) {
    throw asReadError(caught, path);
  }
  return hash.digest("hex");
}
