import { Worker } from "node:worker_threads";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError, type ErrorCode, type ErrorDetail } from "#core/errors";
import type { PlanProgress } from "#core/planner/makePlan";
import { type Sentence, sentence } from "#core/sentence";
import type { ArrivedTask, ThreadFault, ThreadMessage } from "#workers/threadMessage";

export type OnProgress = (progress: PlanProgress) => void;

export interface RunningThread<Made> {
  /** Rejects with the thread's own ChoraleError; internal when the thread dies. */
  readonly finished: Promise<Made>;
  /** Ends the search at the next pass; `finished` then gives what there is so far. */
  stop(): void;
}

/** Starts a task of a worker (`#workers/<name>`) on a thread of its own. */
export function runOnThread<Task extends { readonly reference: Reference }, Made>(
  worker: "plan.worker" | "judge.worker" | "programme.worker" | "sense.worker",
  { reference, ...task }: Task,
  onProgress: OnProgress = () => {},
): RunningThread<Made> {
  const stop = new SharedArrayBuffer(4);
  const tables = { cities: reference.cities.tables, topics: reference.topics.topics };
  const arriving: ArrivedTask = { ...task, reference: { ...reference, ...tables }, stop };
  const thread = new Worker(new URL(import.meta.resolve(`#workers/${worker}`)), { workerData: arriving });
  const finished = new Promise<Made>((resolve, reject) => {
    thread.on("message", (message: ThreadMessage<Made>) => {
      if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "done") resolve(message.made);
      else reject(thrownThere(message.error));
    });
    thread.on("error", (error) => reject(threadDied(String(error))));
    thread.on("exit", (code) => reject(threadDied(`exit ${code}`)));
  });
  return { finished, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}

/** An error as it was on its own thread. */
function thrownThere({ code, sentence: says, at, details }: ThreadFault): ChoraleError {
  return new ChoraleError(code as ErrorCode, says as Sentence, at, details as readonly ErrorDetail[]);
}

/** A thread that ended without an answer. */
function threadDied(reason: string): ChoraleError {
  return new ChoraleError("internal", sentence("error.internal", { reason }));
}
