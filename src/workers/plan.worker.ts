import { parentPort, workerData } from "node:worker_threads";
import { Cities } from "#core/catalog/city";
import { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import { makePlan } from "#core/planner/makePlan";
import type { PlanMessage, PlanTask } from "./planTask.ts";

/** Makes one plan off the main thread, so that a server answers and a terminal redraws while it thinks. */
const task = workerData as PlanTask;
const stop = new Int32Array(task.stop);
const startedMs = performance.now();
const send = (message: PlanMessage) => parentPort?.postMessage(message);

try {
  const { reference, purchase, withInstance, ...rest } = task;
  const { document, instance } = makePlan({
    ...rest,
    ...(purchase ? { purchase } : {}),
    reference: {
      ...reference,
      cities: new Cities(reference.cities),
      topics: new TopicLexicon(reference.topics),
    },
    elapsedSeconds: () => (performance.now() - startedMs) / 1000,
    onProgress: (progress) => send({ kind: "progress", progress }),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  });
  // A proof by cases can be longer than the rest of the plan: it travels only with the problem it proves.
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
