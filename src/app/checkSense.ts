import { Worker } from "node:worker_threads";
import { readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Assumption } from "#core/forecast/assumption";
import type { IsoDate } from "#core/period";
import { briefOfAnswers } from "#core/planner/senseCheck";
import type { SenseAnswers, SenseDocument } from "#core/planner/senseDocument";
import type { SenseMessage, SenseTask } from "#workers/senseTask";
import { threadDied, thrownThere } from "./threadFaults.ts";

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
  const workerData: SenseTask = {
    answers,
    brief: parseBrief(briefOfAnswers(answers, today), reference, today),
    reference: { ...reference, cities: reference.cities.tables, topics: reference.topics.topics },
    assumptions: readAssumptions(),
    ownAssumptions,
    today,
  };
  const worker = new Worker(new URL(import.meta.resolve("#workers/sense.worker")), { workerData });
  return new Promise((resolve, reject) => {
    worker.on("message", (message: SenseMessage) => {
      if (message.kind === "done") resolve(message.document);
      else reject(thrownThere(message.error));
    });
    worker.on("error", (error) => reject(threadDied(String(error))));
    worker.on("exit", (code) => reject(threadDied(`exit ${code}`)));
  });
}
