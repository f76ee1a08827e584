import type { Programme } from "#core/brief/programme";
import type { Instance } from "#core/instance";
import type { PlanProgress } from "#core/planner/makePlan";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import type { FailedPlan, PlanTask } from "./planTask.ts";

/** What a programme is made of, in a form that crosses threads. */
export interface ProgrammeTask
  extends Omit<PlanTask, "brief" | "briefDocument" | "slotsWhenShort" | "purchase"> {
  readonly programme: Programme;
  readonly programmeDocument: unknown;
}

export type ProgrammeMessage =
  | { readonly kind: "progress"; readonly progress: PlanProgress }
  | { readonly kind: "done"; readonly document: ProgrammeDocument; readonly instance: Instance | null }
  | { readonly kind: "failed"; readonly error: FailedPlan };
