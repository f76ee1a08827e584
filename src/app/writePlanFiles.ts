import { createHash } from "node:crypto";
import { open, writeFile } from "node:fs/promises";
import { ChoraleError } from "#core/errors";
import type { Instance } from "#core/instance";
import { instanceLines } from "#core/instanceLines";
import type { PlanDocument } from "#core/planner/planDocument";
import { sentence } from "#core/sentence";

/** SHA-256, hex, of an instance's file: what a plan names so that a certificate cannot be read against another problem. */
export function instanceSha256(instance: Instance): string {
  const hash = createHash("sha256");
  for (const line of instanceLines(instance)) hash.update(`${line}\n`);
  return hash.digest("hex");
}

/**
 * Writes plan.json and beside it plan.instance.ndjson, for `chorale certify plan.instance.ndjson plan.json`.
 * `printed` turns the document into what is written. Throws unavailable where the folder cannot be written.
 */
export async function writePlanFiles(
  path: string,
  document: PlanDocument,
  instance: Instance,
  printed: (document: PlanDocument) => unknown,
): Promise<PlanDocument> {
  const instancePath = `${path.replace(/\.json$/, "")}.instance.ndjson`;
  const certified = {
    ...document,
    certificate: { ...document.certificate, instanceSha256: instanceSha256(instance) },
  };
  try {
    const file = await open(instancePath, "w");
    try {
      for (const line of instanceLines(instance)) await file.write(`${line}\n`);
    } finally {
      await file.close();
    }
    await writeFile(path, `${JSON.stringify(printed(certified), null, 2)}\n`);
  } catch (caught) {
    const reason = caught instanceof Error ? caught.message : String(caught);
    throw new ChoraleError("unavailable", sentence("plan.notWritten", { reason }), path);
  }
  return certified;
}
