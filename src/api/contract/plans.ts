import { z } from "zod";
import { METRICS } from "#core/brief/brief";
import type { PlanChanges } from "#core/planner/planChanges";
import type { PlanDocument } from "#core/planner/planDocument";
import { runForm } from "./runs.ts";
import { sentenceForm } from "./sentence.ts";

const planDocument = z.custom<PlanDocument>(
  (value) => typeof value === "object" && value !== null && "status" in value && "lines" in value,
);

const planChanges = z.custom<PlanChanges>(
  (value) => typeof value === "object" && value !== null && "says" in value,
);

/** GET /api/v1/plans */
export const planListForm = z.object({
  plans: z
    .array(
      z.object({
        id: z.string(),
        briefId: z.string(),
        brandId: z.string().nullable(),
        name: z.string(),
        madeOn: z.string(),
        approvedOn: z.string().nullable(),
        head: sentenceForm,
      }),
    )
    .readonly(),
});

/** POST /api/v1/plans: starts planning; the answer names the run to watch. */
export const planRequest = z.object({
  briefId: z.string().min(1),
  /** Name or id of the list whose creators alone are planned with. */
  list: z.string().min(1).optional(),
  seconds: z.number().min(1).max(600).default(5),
  seed: z.number().int().min(0).default(1),
});

/** GET /api/v1/plan-runs/:id; POST …/stop ends it with the plan so far. `done` names the stored plan. */
export const planRunForm = runForm.extend({
  briefId: z.string(),
  /** The list whose creators alone are planned with; null: everybody's. */
  listId: z.string().nullable(),
  value: z.number().nullable(),
  upperBound: z.number().nullable(),
  /** What value and bound are counted in. */
  metric: z.enum(METRICS),
  currency: z.string(),
  planId: z.string().nullable(),
});
export type PlanRunForm = z.infer<typeof planRunForm>;

/** GET /api/v1/plans/:id */
export const planForm = z.object({
  id: z.string(),
  briefId: z.string(),
  briefVersion: z.number(),
  name: z.string(),
  approvedOn: z.string().nullable(),
  document: planDocument,
  /** Against the plan made before it for the same brief; null: it is the first. */
  since: z.object({ planId: z.string(), madeOn: z.string(), changes: planChanges }).nullable(),
});
export type PlanForm = z.infer<typeof planForm>;
