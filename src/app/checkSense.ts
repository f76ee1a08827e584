import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { IsoDate } from "#core/period";
import { briefOfAnswers, senseCheck } from "#core/planner/senseCheck";
import type { SenseAnswers, SenseDocument } from "#core/planner/senseDocument";

/** Answers "does it make sense for you?" from the shipped assumptions and typical creators. Takes about a second. */
export function checkSense(answers: SenseAnswers, today: IsoDate): SenseDocument {
  const reference = readReference();
  return senseCheck({
    answers,
    brief: parseBrief(briefOfAnswers(answers, today), reference, today),
    reference,
    assumptions: readAssumptions(),
    ownAssumptions: [],
    today,
  });
}
