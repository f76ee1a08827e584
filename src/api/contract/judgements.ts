import { z } from "zod";
import type { JudgeDocument } from "#core/planner/judgeDocument";
import { runForm } from "./runs.ts";

/**
 * POST /api/v1/judgements: the bytes of a list as they are, or a pasted one as text; the answer names the run to watch.
 * Nothing of it is kept.
 */
export const judgeRequest = z.object({
  name: z.string().min(1).max(300),
  brief: z.string().min(1),
  /** Where the list says neither. */
  platform: z.string().max(40).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  seconds: z.coerce.number().min(1).max(600).default(5),
  seed: z.coerce.number().int().min(0).default(1),
});
export type JudgeRequestForm = z.input<typeof judgeRequest>;

const judgeDocument = z.custom<JudgeDocument>(
  (value) => typeof value === "object" && value !== null && "kind" in value && value.kind === "judge",
);

/** GET /api/v1/judgements/:id; POST …/stop ends it with what it has. */
export const judgeRunForm = runForm.extend({ document: judgeDocument.nullable() });
export type JudgeRunForm = z.infer<typeof judgeRunForm>;
