import { parentPort, workerData } from "node:worker_threads";
import { Cities } from "#core/catalog/city";
import { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import type { PlanInput } from "#core/planner/makePlan";
import type { ArrivedTask, ThreadMessage } from "./threadMessage.ts";

/**
 * The whole of a worker: does the one task its thread was started for, off the main thread, so that a server answers and
 * a terminal redraws meanwhile. `work` gets core's input as core wants it.
 */
export function answerTask<Input extends Partial<Pick<PlanInput, "reference">>>(
  work: (input: Input) => object,
): void {
  const { stop: flag, reference, ...task } = workerData as ArrivedTask;
  const stop = new Int32Array(flag);
  const startedMs = performance.now();
  const send = (message: ThreadMessage<object>) => parentPort?.postMessage(message);
  const input = {
    ...task,
    reference: {
      ...reference,
      cities: new Cities(reference.cities),
      topics: new TopicLexicon(reference.topics),
    },
    elapsedSeconds: () => (performance.now() - startedMs) / 1000,
    onProgress: (progress) => send({ kind: "progress", progress }),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  } satisfies Pick<PlanInput, "reference" | "elapsedSeconds" | "onProgress" | "shouldStop">;
  try {
    send({ kind: "done", made: work(input as object as Input) });
  } catch (caught) {
    if (!(caught instanceof ChoraleError)) throw caught;
    const { code, sentence, at, details } = caught;
    send({ kind: "failed", error: { code, sentence, at, details } });
  }
}
