import type { JudgeDocument } from "#core/planner/judgeDocument";
import type { JudgeInput } from "#core/planner/judgeList";
import type { PlanProgress } from "#core/planner/makePlan";
import type { FailedPlan, PlanTask } from "./planTask.ts";

/** A list and what it is judged by, in a form that crosses threads. */
export interface JudgeTask
  extends Omit<JudgeInput, "reference" | "purchase" | "elapsedSeconds" | "onProgress" | "shouldStop">,
    Pick<PlanTask, "reference" | "stop"> {}

export type JudgeMessage =
  | { readonly kind: "progress"; readonly progress: PlanProgress }
  | { readonly kind: "done"; readonly document: JudgeDocument }
  | { readonly kind: "failed"; readonly error: FailedPlan };
