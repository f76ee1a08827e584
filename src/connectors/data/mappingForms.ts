import { z } from "zod";
import { type Field, IMPORT_KINDS, isField } from "#core/catalog/import/field";

export const field = z.custom<Field>((value) => typeof value === "string" && isField(value), "no field");

export const headersFile = z.object({
  snapshotDays: z.array(z.string()),
  orderIds: z.array(z.string()),
  rowNumbers: z.array(z.string()),
  deliverables: z.array(z.object({ field, words: z.array(z.string()).min(1) })),
  priceWords: z.array(z.string()).min(1),
  headers: z.array(
    z.object({ field, of: z.array(z.enum(IMPORT_KINDS)).optional(), words: z.array(z.string()).min(1) }),
  ),
});

const bound = z.strictObject({ most: z.number().positive(), why: z.string().min(1) });
export const plausibilityFile = z.object({
  viewsAvgPerFollowerMost: bound,
  engagementByViewsMostBp: bound,
  engagementByFollowersMostBp: bound,
});

export const layoutsFile = z.object({
  layouts: z.array(
    z.object({
      name: z.string(),
      signature: z.array(z.union([z.string(), z.array(z.string()).min(1)])).min(1),
      platform: z.string().exactOptional(),
      fields: z.record(z.string(), field),
      floorsMajor: z.record(z.string(), z.number().positive()),
      estimated: z.array(field),
      estimatedTrust: z.enum(["A", "B", "C"]).nullable(),
    }),
  ),
});
