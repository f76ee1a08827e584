import type { SenseInput } from "#core/planner/senseCheck";
import type { SenseDocument } from "#core/planner/senseDocument";
import type { FailedPlan, PlanTask } from "./planTask.ts";

/** The questions in a form that crosses threads: look-up tables as rows. */
export interface SenseTask extends Omit<SenseInput, "reference"> {
  readonly reference: PlanTask["reference"];
}

export type SenseMessage =
  | { readonly kind: "done"; readonly document: SenseDocument }
  | { readonly kind: "failed"; readonly error: FailedPlan };
