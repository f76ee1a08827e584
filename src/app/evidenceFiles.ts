import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type EvidenceType, evidenceTypeOf } from "#core/catalog/evidence";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { House } from "./house.ts";

export interface KeptFile {
  readonly sha256: string;
  readonly mediaType: EvidenceType;
  readonly bytes: number;
}

/** Bytes: the largest media kits that people mail have some 15 MB. */
const BYTES_MAX = 25 * 1024 ** 2;
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Keeps a PDF or picture under its SHA-256, told by its first bytes; the same file twice is one. Throws bad-input for
 * anything else and above 25 MiB.
 */
export async function keepEvidenceFile(house: House, stream: NodeJS.ReadableStream): Promise<KeptFile> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > BYTES_MAX)
      throw new ChoraleError(
        "bad-input",
        sentence("evidence.file.tooLarge", { mostMegabytes: BYTES_MAX / 1024 ** 2 }),
        "body",
      );
    chunks.push(part);
  }
  const whole = Buffer.concat(chunks);
  const mediaType = evidenceTypeOf(whole.subarray(0, 16));
  if (mediaType === null) throw new ChoraleError("bad-input", sentence("evidence.file.type"), "body");
  const sha256 = createHash("sha256").update(whole).digest("hex");
  await mkdir(folderOf(house), { recursive: true, mode: 0o700 });
  const path = join(folderOf(house), sha256);
  // Under its name only when it is whole: a crash leaves no half file that its hash vouches for.
  const draft = `${path}.${house.newId()}`;
  try {
    await writeFile(draft, whole, { mode: 0o600 });
    await rename(draft, path);
  } catch (caught) {
    await rm(draft, { force: true });
    throw caught;
  }
  return { sha256, mediaType, bytes };
}

/** The kept bytes. Throws not-found. */
export async function openEvidenceFile(house: House, sha256: string): Promise<NodeJS.ReadableStream> {
  if (!SHA256.test(sha256)) throw missing();
  const stream = createReadStream(join(folderOf(house), sha256));
  await new Promise<void>((resolve, reject) => {
    stream.once("open", () => resolve());
    stream.once("error", () => reject(missing()));
  });
  return stream;
}

function folderOf(house: House): string {
  return join(house.filesDir, "evidence");
}

function missing(): ChoraleError {
  return new ChoraleError("not-found", sentence("evidence.missing"), "id");
}
