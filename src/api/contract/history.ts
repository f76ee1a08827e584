import { z } from "zod";
import { sentenceForm } from "./sentence.ts";

/** GET /api/v1/events: what was done, newest first; `?before=ID` for older ones. */
export const historyForm = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      says: sentenceForm,
      isUndone: z.boolean(),
      action: z.enum(["undo", "redo"]).nullable(),
    }),
  ),
});
export type HistoryRow = z.infer<typeof historyForm>["events"][number];

/** POST /api/v1/events/:id/undo: the event that undid it, or did it again. */
export const undoneForm = z.object({
  eventId: z.string(),
  verb: z.enum(["undone", "redone"]),
  what: sentenceForm,
});
