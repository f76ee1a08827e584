import { z } from "zod";
import { EVIDENCE_TYPES } from "#core/catalog/evidence";

/** POST /api/v1/evidence-files: what was kept. */
export const keptFileForm = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(EVIDENCE_TYPES),
  bytes: z.number().int().positive(),
});

const figure = z.number().nullable();

/** POST /api/v1/creators/:id/evidence: a kept file and the figures typed beside it; null is not in it. */
export const evidenceRequest = z.object({
  accountId: z.string(),
  file: keptFileForm.extend({ name: z.string().min(1).max(300) }),
  isInsights: z.boolean(),
  figures: z.object({
    observedOn: z.string(),
    followers: figure,
    viewsAvg: figure,
    engagementsAvg: figure,
    engagementByFollowersPercent: figure,
    audience: z
      .array(
        z.object({
          dimension: z.enum(["country", "city", "age", "gender"]),
          key: z.string().min(1).max(100),
          percent: z.number(),
        }),
      )
      .max(50),
    prices: z
      .array(
        z.object({ deliverable: z.string().max(40), priceMajor: z.number(), currency: z.string().max(3) }),
      )
      .max(20),
  }),
});
export type EvidenceRequest = z.infer<typeof evidenceRequest>;

export const evidenceRow = z.object({
  id: z.string(),
  accountId: z.string(),
  fileName: z.string(),
  mediaType: z.enum(EVIDENCE_TYPES),
  bytes: z.number(),
  method: z.enum(["measured", "estimated", "assumed"]),
  observedOn: z.string(),
  isRemoved: z.boolean(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;
export const evidenceListForm = z.object({ evidence: z.array(evidenceRow).readonly() });
