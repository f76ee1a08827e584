import { Worker } from "node:worker_threads";
import type { Instance } from "#core/instance";
import type { PlanProgress } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import type { PlanMessage, PlanTask } from "#workers/planTask";
import { threadDied, thrownThere } from "./threadFaults.ts";

export interface RunningPlan {
  /** Rejects with the plan's own ChoraleError; internal when the thread dies. */
  readonly finished: Promise<{ readonly document: PlanDocument; readonly instance: Instance | null }>;
  /** Ends the search at the next pass; `finished` then gives the plan and certificate so far. */
  stop(): void;
}

/** Starts a plan on a thread of its own. */
export function runPlan(
  task: Omit<PlanTask, "stop">,
  onProgress: (progress: PlanProgress) => void = () => {},
): RunningPlan {
  const stop = new SharedArrayBuffer(4);
  const workerData: PlanTask = { ...task, stop };
  const worker = new Worker(new URL(import.meta.resolve("#workers/plan.worker")), { workerData });
  const finished = new Promise<{ document: PlanDocument; instance: Instance | null }>((resolve, reject) => {
    worker.on("message", (message: PlanMessage) => {
      if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "done") resolve(message);
      else reject(thrownThere(message.error));
    });
    worker.on("error", (error) => reject(threadDied(String(error))));
    worker.on("exit", (code) => reject(threadDied(`exit ${code}`)));
  });
  return { finished, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}
