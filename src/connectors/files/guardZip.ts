import { LIMITS, refuse } from "./limits.ts";

/**
 * Inflates every entry of an archive into nothing and counts: declared sizes can lie. Throws bad-input at the first
 * limit that breaks, before the workbook reader has touched the file.
 */
export async function guardZip(path: string, packedBytes: number): Promise<void> {
  const yauzl = await import("yauzl");
  const archive = await yauzl.openPromise(path, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw refuse(path, "brokenZip");
  });
  let entries = 0;
  let inflated = 0;
  let workbook = false;
  const check = () => {
    if (entries > LIMITS.zipEntries) throw refuse(path, "zipEntries", { most: LIMITS.zipEntries });
    if (inflated > LIMITS.zipInflatedBytes || inflated > packedBytes * LIMITS.zipRatio)
      throw refuse(path, "zipBomb", {
        mostMegabytes: Math.round(LIMITS.zipInflatedBytes / 1_048_576),
        mostRatio: LIMITS.zipRatio,
      });
  };
  try {
    for await (const entry of archive.eachEntry()) {
      entries += 1;
      workbook ||= entry.fileName === "xl/workbook.xml";
      check();
      if (entry.fileName.endsWith("/")) continue;
      const stream = await archive.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        inflated += (chunk as Buffer).length;
        check();
      }
    }
  } catch (caught) {
    if (caught instanceof Error && caught.name === "ChoraleError") throw caught;
    throw refuse(path, "brokenZip");
  } finally {
    archive.close();
  }
  if (!workbook) throw refuse(path, "notWorkbook");
}
