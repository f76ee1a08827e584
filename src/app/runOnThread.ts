import { Worker } from "node:worker_threads";
import type { PlanProgress } from "#core/planner/makePlan";
import type { FailedPlan } from "#workers/planTask";
import { threadDied, thrownThere } from "./threadFaults.ts";

/** What a thread that plans says: how far it is, and once how it ended. */
export type ThreadMessage<Done> =
  | { readonly kind: "progress"; readonly progress: PlanProgress }
  | ({ readonly kind: "done" } & Done)
  | { readonly kind: "failed"; readonly error: FailedPlan };

export interface RunningThread<Done> {
  /** Rejects with the thread's own ChoraleError; internal when the thread dies. */
  readonly finished: Promise<Done>;
  /** Ends the search at the next pass; `finished` then gives what there is so far. */
  stop(): void;
}

/** Starts a task of a worker (`#workers/<name>`) on a thread of its own. */
export function runOnThread<Done>(
  worker: "plan.worker" | "judge.worker" | "programme.worker",
  task: object,
  onProgress: (progress: PlanProgress) => void,
): RunningThread<Done> {
  const stop = new SharedArrayBuffer(4);
  const thread = new Worker(new URL(import.meta.resolve(`#workers/${worker}`)), {
    workerData: { ...task, stop },
  });
  const finished = new Promise<Done>((resolve, reject) => {
    thread.on("message", (message: ThreadMessage<Done>) => {
      if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "done") resolve(message);
      else reject(thrownThere(message.error));
    });
    thread.on("error", (error) => reject(threadDied(String(error))));
    thread.on("exit", (code) => reject(threadDied(`exit ${code}`)));
  });
  return { finished, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}
