import { z } from "zod";
import type { ProgrammeDocument } from "#core/planner/programme/programmeDocument";
import { runForm } from "./runs.ts";
import { sentenceForm } from "./sentence.ts";

/** GET /api/v1/programmes */
export const programmeListForm = z.object({
  programmes: z.array(z.object({ id: z.string(), name: z.string(), version: z.number() })).readonly(),
});

/** POST /api/v1/programmes: the document as written; with an id, a new version of that programme. */
export const programmeRequest = z.object({
  id: z.string().nullable().default(null),
  document: z.record(z.string(), z.unknown()),
});

/** GET /api/v1/programmes/:id, and the answer to POST */
export const programmeForm = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  document: z.record(z.string(), z.unknown()),
});
export type ProgrammeForm = z.infer<typeof programmeForm>;

/** POST /api/v1/programme-plans: starts planning; the answer names the run to watch. */
export const programmePlanRequest = z.object({
  programmeId: z.string().min(1),
  seconds: z.number().min(1).max(600).default(5),
  seed: z.number().int().min(0).default(1),
});

/** GET /api/v1/programme-runs/:id; POST …/stop ends it with the plan so far. `done` names the stored plan. */
export const programmeRunForm = runForm.extend({
  programmeId: z.string(),
  /** Whose plan is being described. */
  campaign: z.string().nullable(),
  planId: z.string().nullable(),
});

/** GET /api/v1/programme-plans */
export const programmePlanListForm = z.object({
  plans: z
    .array(
      z.object({
        id: z.string(),
        programmeId: z.string(),
        name: z.string(),
        madeOn: z.string(),
        head: sentenceForm,
      }),
    )
    .readonly(),
});

const programmeDocument = z.custom<ProgrammeDocument>(
  (value) => typeof value === "object" && value !== null && "status" in value && "campaigns" in value,
);

/** GET /api/v1/programme-plans/:id */
export const programmePlanForm = z.object({
  id: z.string(),
  programmeId: z.string(),
  programmeVersion: z.number(),
  name: z.string(),
  document: programmeDocument,
});
export type ProgrammePlanForm = z.infer<typeof programmePlanForm>;
