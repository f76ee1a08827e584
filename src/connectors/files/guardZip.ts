import { createInflateRaw } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { LIMITS, refuse } from "./limits.ts";

const DEFLATED = 8;

/**
 * Inflates every entry of an archive into nothing and counts: what an entry declares is believed only when it is too
 * much. Throws bad-input at the first limit that breaks, before the workbook reader has touched the file.
 */
export async function guardZip(path: string, packedBytes: number): Promise<void> {
  const yauzl = await import("yauzl");
  const archive = await yauzl.openPromise(path, { lazyEntries: true }).catch(() => {
    throw refuse(path, "brokenZip");
  });
  let entries = 0;
  let inflated = 0;
  let declared = 0;
  let workbook = false;
  const check = (bytes: number, ofBytes: number) => {
    if (bytes > LIMITS.zipInflatedBytes || bytes > Math.max(LIMITS.zipFreeBytes, ofBytes * LIMITS.zipRatio))
      throw refuse(path, "zipBomb", {
        mostMegabytes: Math.round(LIMITS.zipInflatedBytes / 1_048_576),
        mostRatio: LIMITS.zipRatio,
      });
  };
  try {
    for await (const entry of archive.eachEntry()) {
      entries += 1;
      workbook ||= entry.fileName === "xl/workbook.xml";
      if (entries > LIMITS.zipEntries) throw refuse(path, "zipEntries", { most: LIMITS.zipEntries });
      declared += entry.uncompressedSize;
      check(declared, packedBytes);
      if (entry.fileName.endsWith("/")) continue;
      let ofEntry = 0;
      for await (const { bytes, packed } of inflate(archive, entry)) {
        ofEntry += bytes;
        inflated += bytes;
        // Against what this entry has used up so far: a bomb shows in its first megabytes.
        check(ofEntry, packed);
        check(inflated, packedBytes);
      }
      if (ofEntry !== entry.uncompressedSize) throw refuse(path, "brokenZip");
    }
  } catch (caught) {
    if (caught instanceof Error && caught.name === "ChoraleError") throw caught;
    throw refuse(path, "brokenZip");
  } finally {
    archive.close();
  }
  if (!workbook) throw refuse(path, "notWorkbook");
}

/** How much each chunk of an entry inflates to, and how much of the packed entry has been used up by then. */
async function* inflate(archive: ZipFile, entry: Entry): AsyncGenerator<{ bytes: number; packed: number }> {
  const isDeflated = entry.compressionMethod === DEFLATED;
  const raw = await archive.openReadStreamPromise(entry, isDeflated ? { decompress: false } : {});
  if (!isDeflated) {
    for await (const chunk of raw) yield { bytes: (chunk as Buffer).length, packed: entry.compressedSize };
    return;
  }
  const unpacked = createInflateRaw();
  raw.on("error", (fault) => unpacked.destroy(fault));
  raw.pipe(unpacked);
  try {
    for await (const chunk of unpacked)
      yield { bytes: (chunk as Buffer).length, packed: unpacked.bytesWritten };
  } finally {
    raw.destroy();
  }
}
