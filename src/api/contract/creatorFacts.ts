import { z } from "zod";
import { PROFESSIONAL_LEVELS } from "#core/catalog/professionalLevel";
import { sentenceForm } from "./sentence.ts";

const provenance = z.object({
  method: z.enum(["measured", "estimated", "assumed"]),
  source: z.string(),
  observedOn: z.string().nullable(),
  trust: z.enum(["A", "B", "C"]).nullable(),
});

const rateByViews = z.object({ byViewsBp: z.number().nullable(), posts: z.number() });

const accountFacts = z.object({
  accountId: z.string(),
  level: z.object({
    /** Null: the facts do not tell. */
    level: z.enum(PROFESSIONAL_LEVELS).nullable(),
    why: sentenceForm,
    evidence: z.array(sentenceForm).readonly(),
    rule: provenance,
  }),
  /** Of recent posts of which it is known whether they are sponsored; null: too few. */
  sponsored: z.object({
    shareBp: z.number().nullable(),
    sponsored: z.number(),
    known: z.number(),
    recent: z.number(),
    seenOn: z.string().nullable(),
  }),
  collaborations: z
    .array(
      z.object({
        id: z.string(),
        brand: z.string(),
        brandKey: z.string(),
        onDate: z.string().nullable(),
        /** False: an unpaid mention; null: nobody said. */
        paid: z.boolean().nullable(),
        postKey: z.string().nullable(),
        source: provenance,
      }),
    )
    .readonly(),
  mentions: z
    .array(
      z.object({
        brand: z.string(),
        said: z.string(),
        where: z.enum(["tag", "caption"]),
        /** Null: the export does not say whether the post is sponsored. */
        unpaid: z.literal(true).nullable(),
        postKey: z.string(),
        postedOn: z.string(),
      }),
    )
    .readonly(),
  depths: z
    .array(
      z.object({
        topic: z.string(),
        depth: z.object({
          shareBp: z.number().nullable(),
          recentOnTopic: z.number(),
          recentReadable: z.number(),
          onTopic: z.number(),
          firstOn: z.string().nullable(),
          lastOn: z.string().nullable(),
          spanDays: z.number().nullable(),
          comments: rateByViews,
          saves: rateByViews,
        }),
      }),
    )
    .readonly(),
});

/** GET /api/v1/creators/:id/facts: what people search creators by; `?topic=` measures another topic. */
export const creatorFactsForm = z.object({
  hasBrands: z.boolean(),
  customer: z
    .array(
      z.object({
        byKind: z.enum(["email", "phone", "handle"]),
        matchedOn: z.string(),
        consentOn: z.string().nullable(),
        source: z.string(),
      }),
    )
    .readonly(),
  accounts: z.array(accountFacts).readonly(),
});
export type AccountFactsForm = z.infer<typeof accountFacts>;

/** POST /api/v1/creators/:id/collaborations: that an account worked with a brand. Answers the facts. */
export const collaborationRequest = z.object({
  accountId: z.string(),
  brand: z.string(),
  onDate: z.string().nullable().default(null),
  paid: z.boolean().nullable().default(null),
  source: z.string(),
});
export type CollaborationRequest = z.infer<typeof collaborationRequest>;

/** PUT /api/v1/brands/:id/aliases: other names under which people write about a brand of ours. */
export const brandAliasesForm = z.object({ aliases: z.array(z.string()).max(100).readonly() });
