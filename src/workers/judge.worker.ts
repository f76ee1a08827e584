import { parentPort, workerData } from "node:worker_threads";
import { Cities } from "#core/catalog/city";
import { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import { judgeList } from "#core/planner/judgeList";
import type { JudgeMessage, JudgeTask } from "./judgeTask.ts";

/** Judges one list off the main thread. */
const task = workerData as JudgeTask;
const stop = new Int32Array(task.stop);
const startedMs = performance.now();
const send = (message: JudgeMessage) => parentPort?.postMessage(message);

try {
  const { reference } = task;
  const tables = { cities: new Cities(reference.cities), topics: new TopicLexicon(reference.topics) };
  const document = judgeList({
    ...task,
    reference: { ...reference, ...tables },
    elapsedSeconds: () => (performance.now() - startedMs) / 1000,
    onProgress: (progress) => send({ kind: "progress", progress }),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  });
  send({ kind: "done", document });
} catch (caught) {
  if (!(caught instanceof ChoraleError)) throw caught;
  const { code, sentence, at, details } = caught;
  send({ kind: "failed", error: { code, sentence, at, details } });
}
