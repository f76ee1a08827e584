import { z } from "zod";

/** What starting a run answers: which one to watch. */
export const runStarted = z.object({ runId: z.string() });

/** Work under way or over, as every kind of run says it. */
export const runForm = z.object({
  state: z.enum(["running", "done", "failed"]),
  step: z.enum(["audience", "search", "forecast", "budgets", "comparison"]),
  secondsGone: z.number(),
  /** What was asked for; it may end sooner, when nothing better exists. */
  secondsMax: z.number(),
  error: z.object({ message: z.string(), at: z.string().nullable() }).nullable(),
});
export type RunForm = z.infer<typeof runForm>;
