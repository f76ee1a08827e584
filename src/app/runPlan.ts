import type { Instance } from "#core/instance";
import type { PlanProgress } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";
import type { PlanTask } from "#workers/planTask";
import { type RunningThread, runOnThread } from "./runOnThread.ts";

export type RunningPlan = RunningThread<{
  readonly document: PlanDocument;
  readonly instance: Instance | null;
}>;

/** Starts a plan on a thread of its own. */
export function runPlan(
  task: Omit<PlanTask, "stop">,
  onProgress: (progress: PlanProgress) => void = () => {},
): RunningPlan {
  return runOnThread("plan.worker", task, onProgress);
}
