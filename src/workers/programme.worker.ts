import { parentPort, workerData } from "node:worker_threads";
import { Cities } from "#core/catalog/city";
import { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import { makeProgramme } from "#core/planner/programme/makeProgramme";
import type { ProgrammeMessage, ProgrammeTask } from "./programmeTask.ts";

/** Plans one programme off the main thread. */
const task = workerData as ProgrammeTask;
const stop = new Int32Array(task.stop);
const startedMs = performance.now();
const send = (message: ProgrammeMessage) => parentPort?.postMessage(message);

try {
  const { reference, withInstance, ...rest } = task;
  const { document, instance } = makeProgramme({
    ...rest,
    reference: {
      ...reference,
      cities: new Cities(reference.cities),
      topics: new TopicLexicon(reference.topics),
    },
    elapsedSeconds: () => (performance.now() - startedMs) / 1000,
    onProgress: ({ step, value, upperBound }) =>
      send({ kind: "progress", progress: { step, value, upperBound } }),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  });
  // As of a single plan: the proof travels only with the problem it proves.
  const certificate = {
    ...document.certificate,
    solution: withInstance ? document.certificate.solution : null,
  };
  send({ kind: "done", document: { ...document, certificate }, instance: withInstance ? instance : null });
} catch (caught) {
  if (!(caught instanceof ChoraleError)) throw caught;
  const { code, sentence, at, details } = caught;
  send({ kind: "failed", error: { code, sentence, at, details } });
}
