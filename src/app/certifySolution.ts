import { readJsonDocument } from "#connectors/files/readJsonDocument";
import { certify, type Verdict } from "#core/certify/certify";
import { ChoraleError } from "#core/errors";
import { readSolution } from "#core/readSolution";
import { readInstanceFile } from "./readInstanceFile.ts";

/** Checks a solution file against its instance file, by the independent verifier. */
export async function certifySolution(instancePath: string, solutionPath: string): Promise<Verdict> {
  const instance = await readInstanceFile(instancePath);
  const document = await readJsonDocument(solutionPath);
  try {
    return certify(instance, readSolution(solutionIn(document)));
  } catch (caught) {
    if (!(caught instanceof ChoraleError)) throw caught;
    const at = caught.at === null ? solutionPath : `${solutionPath}, ${caught.at}`;
    throw new ChoraleError(caught.code, caught.sentence, at, caught.details);
  }
}

// A plan's document carries the solver's under `certificate.solution`.
function solutionIn(document: unknown): unknown {
  if (typeof document !== "object" || document === null || !("lines" in document)) return document;
  const { certificate } = document as { certificate?: { solution?: unknown } };
  return certificate?.solution ?? document;
}
