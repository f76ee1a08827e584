import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Assumption } from "#core/forecast/assumption";
import type { IsoDate } from "#core/period";
import { briefOfAnswers, type SenseInput } from "#core/planner/senseCheck";
import type { SenseAnswers, SenseDocument } from "#core/planner/senseDocument";
import { runOnThread } from "./runOnThread.ts";

/**
 * Answers "does it make sense for you?" from the assumptions, the user's own before the shipped, and typical creators,
 * on a thread of its own: it takes some seconds. Throws bad-input for answers that break a rule.
 */
export async function checkSense(
  answers: SenseAnswers,
  today: IsoDate,
  ownAssumptions: readonly Assumption[] = [],
): Promise<SenseDocument> {
  const reference = readReference();
  const brief = parseBrief(briefOfAnswers(answers, today), reference, today);
  const task: SenseInput = {
    ...{ answers, brief, reference, assumptions: readAssumptions(), ownAssumptions, today },
  };
  return runOnThread<SenseInput, SenseDocument>("sense.worker", task).finished;
}
