import { parentPort, workerData } from "node:worker_threads";
import { Cities } from "#core/catalog/city";
import { TopicLexicon } from "#core/catalog/topic";
import { ChoraleError } from "#core/errors";
import { senseCheck } from "#core/planner/senseCheck";
import type { SenseMessage, SenseTask } from "./senseTask.ts";

/** Answers one sense check off the main thread: it plans several times, and a server has others to answer. */
const task = workerData as SenseTask;
const send = (message: SenseMessage) => parentPort?.postMessage(message);

try {
  const { reference } = task;
  const tables = { cities: new Cities(reference.cities), topics: new TopicLexicon(reference.topics) };
  send({ kind: "done", document: senseCheck({ ...task, reference: { ...reference, ...tables } }) });
} catch (caught) {
  if (!(caught instanceof ChoraleError)) throw caught;
  const { code, sentence, at, details } = caught;
  send({ kind: "failed", error: { code, sentence, at, details } });
}
