import { z } from "zod";
import type { PastedLine } from "#core/catalog/paste/pastedLine";
import { importNote } from "./imports.ts";

/** POST /api/v1/pastes/preview: what a pasted block says; nothing is written, nothing is fetched. */
export const pasteRequest = z.object({
  text: z.string().max(400_000),
  /** Of handles that name no platform. */
  platform: z.string().max(40).nullable().default(null),
});

export const pastePreview = z.object({
  /** A table with a header, as CSV: send it to POST /api/v1/imports. Null: the block is read line by line. */
  sheet: z.string().nullable(),
  lines: z
    .array(
      z.custom<PastedLine>(
        (value) =>
          typeof value === "object" && value !== null && typeof (value as PastedLine).is === "string",
      ),
    )
    .readonly(),
});
export type PastePreviewForm = z.infer<typeof pastePreview>;

const cell = z.string().max(500);
/** POST /api/v1/pastes: the rows as they were typed; accepted and refused by the rules of every import. */
export const pasteRows = z.object({
  rows: z.array(
    z.object({
      line: z.int().min(1),
      text: z.string().max(20_000),
      platform: z.string().max(40),
      account: cell,
      kind: z.enum(["handle", "externalId", "displayName"]).default("handle"),
      name: cell.default(""),
      followers: cell.default(""),
      prices: cell.default(""),
    }),
  ),
});
export type PasteRows = z.infer<typeof pasteRows>;

export const pasteReport = z.object({
  rows: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  unchanged: z.number(),
  rejects: z
    .array(z.object({ line: z.number(), column: z.string(), value: z.string(), rule: z.string() }))
    .readonly(),
  notes: z.array(importNote).readonly(),
});
export type PasteReport = z.infer<typeof pasteReport>;
