import { randomUUID } from "node:crypto";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Instance } from "#core/instance";
import { instanceLines } from "#core/instanceLines";
import type { PlanCertificate } from "#core/planner/planCertificate";
import { certifiedPlan } from "./certifiedPlan.ts";
import { writeFault } from "./writeFault.ts";

/** Throws refused where the plan could not be written: better before the planning than after it. */
export async function refuseUnwritable(path: string): Promise<void> {
  try {
    if ((await stat(path).catch(() => null))?.isDirectory())
      throw Object.assign(new Error(path), { code: "EISDIR" });
    // Only writing tells: a disk may be read-only to a user who has every right.
    const probe = besides(path);
    await writeFile(probe, "");
    await rm(probe);
  } catch (caught) {
    throw writeFault(caught, path);
  }
}

/**
 * Writes plan.json and beside it plan.instance.ndjson, for `chorale certify plan.instance.ndjson plan.json`: each whole
 * or not at all. `printed` turns the document into what is written. Throws refused where the folder cannot be written.
 */
export async function writePlanFiles<Document extends { readonly certificate: PlanCertificate }>(
  path: string,
  document: Document,
  instance: Instance,
  printed: (document: Document) => unknown,
): Promise<Document> {
  const { document: certified } = certifiedPlan({ document, instance });
  const text = `${JSON.stringify(printed(certified))}\n`;
  const [instancePart, planPart] = [besides(path), besides(path)];
  try {
    const file = await open(instancePart, "wx");
    try {
      for (const line of instanceLines(instance)) await file.write(`${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await writeFile(planPart, text, { flush: true });
    await rename(instancePart, `${path.replace(/\.json$/, "")}.instance.ndjson`);
    await rename(planPart, path);
  } catch (caught) {
    await Promise.all([rm(instancePart, { force: true }), rm(planPart, { force: true })]).catch(() => {});
    throw writeFault(caught, path);
  }
  return certified;
}

/** Writes one document, whole or not at all. Throws refused where the folder cannot be written. */
export async function writeDocument(path: string, document: unknown): Promise<void> {
  const part = besides(path);
  try {
    await writeFile(part, `${JSON.stringify(document)}\n`, { flush: true });
    await rename(part, path);
  } catch (caught) {
    await rm(part, { force: true }).catch(() => {});
    throw writeFault(caught, path);
  }
}

// In the same folder, since a rename is whole only within one disk.
function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}`);
}
