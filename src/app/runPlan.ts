import { Worker } from "node:worker_threads";
import { ChoraleError, type ErrorCode, type ErrorDetail } from "#core/errors";
import type { Instance } from "#core/instance";
import type { PlanProgress } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import { type Sentence, sentence } from "#core/sentence";
import type { PlanMessage, PlanTask } from "#workers/planTask";

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
      else {
        const { code, sentence: says, at, details } = message.error;
        reject(new ChoraleError(code as ErrorCode, says as Sentence, at, details as readonly ErrorDetail[]));
      }
    });
    worker.on("error", (error) => reject(dead(String(error))));
    worker.on("exit", (code) => reject(dead(`exit ${code}`)));
  });
  return { finished, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}

function dead(reason: string): ChoraleError {
  return new ChoraleError("internal", sentence("error.internal", { reason }));
}
