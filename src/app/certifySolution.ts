import { fileSha256 } from "#connectors/files/fileSha256";
import { readJsonDocument } from "#connectors/files/readJsonDocument";
import { certify, type Verdict } from "#core/certify/certify";
import { certifyPlan } from "#core/certify/certifyPlan";
import { isPlan, readPlan } from "#core/certify/claimedPlan";
import { ChoraleError } from "#core/errors";
import { readSolution } from "#core/readSolution";
import { readInstanceFile } from "./readInstanceFile.ts";

/** Checks a solution file, or a plan's document, against its instance file, by the independent verifier. */
export async function certifySolution(instancePath: string, solutionPath: string): Promise<Verdict> {
  const instance = await readInstanceFile(instancePath);
  const document = await readJsonDocument(solutionPath);
  try {
    if (!isPlan(document)) return certify(instance, readSolution(document));
    return certifyPlan(instance, readPlan(document), await fileSha256(instancePath));
  } catch (caught) {
    if (!(caught instanceof ChoraleError)) throw caught;
    const at = caught.at === null ? solutionPath : `${solutionPath}, ${caught.at}`;
    throw new ChoraleError(caught.code, caught.sentence, at, caught.details);
  }
}
