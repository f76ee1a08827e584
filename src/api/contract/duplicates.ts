import { z } from "zod";
import { sentenceForm } from "./sentence.ts";

const creator = z.object({
  id: z.string(),
  name: z.string(),
  accounts: z.array(z.object({ platform: z.string(), handle: z.string() })).readonly(),
});

/** GET /api/v1/duplicates and /api/v1/creators/:id/duplicates: pairs who are probably one, and what they share. */
export const duplicatesForm = z.object({
  pairs: z
    .array(
      z.object({
        creators: z.tuple([creator, creator]).readonly(),
        evidence: z.array(sentenceForm).readonly(),
      }),
    )
    .readonly(),
});
export type DuplicatePair = z.infer<typeof duplicatesForm>["pairs"][number];
