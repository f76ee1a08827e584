import { z } from "zod";
import { type Field, IMPORT_KINDS, isField } from "#core/catalog/import/field";
import { isCurrency } from "#core/money";

const field = z.custom<Field>((value) => typeof value === "string" && isField(value));

/** What Chorale makes of an uploaded file before anything is written: POST /api/v1/imports?name=, POST …/:id/preview. */
export const importPreview = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  /** Null: the reader has to say it. */
  as: z.enum(IMPORT_KINDS).nullable(),
  platform: z.string().nullable(),
  platformFrom: z.enum(["flag", "mapping", "column", "headers", "addresses", "title", "path"]).nullable(),
  columns: z
    .array(z.object({ name: z.string(), field: field.nullable(), samples: z.array(z.string()).readonly() }))
    .readonly(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What the reader settled: POST …/:id/preview asks again with it, POST …/:id/start imports with it. */
export const importChoices = z.object({
  as: z.enum(IMPORT_KINDS).nullable().default(null),
  platform: z.string().max(40).nullable().default(null),
  /** Of prices without a currency of their own. */
  currency: z.string().refine(isCurrency).nullable().default(null),
  /** Only the columns whose meaning the reader changed; null passes over the column. */
  columns: z.record(z.string(), field.nullable()).default({}),
});
export type ImportChoices = z.infer<typeof importChoices>;

/** What was left out of accepted rows, or read as nobody wrote it, such as prices without a currency; `lines`: the first ten. */
export const importNote = z.object({
  column: z.string(),
  rule: z.string(),
  rows: z.number(),
  firstLine: z.number(),
  lines: z.array(z.number()).readonly(),
  /** Where and what, in one sentence. */
  says: z.string(),
});
export type NoteForm = z.infer<typeof importNote>;

/** GET /api/v1/imports/:id */
export const importState = z.object({
  state: z.enum(["waiting", "running", "done", "failed"]),
  /** Bytes read over all bytes, 0–1. */
  share: z.number(),
  rows: z.number(),
  report: z
    .object({
      rows: z.number(),
      accepted: z.number(),
      rejected: z.number(),
      unchanged: z.number(),
      /** Of a file of customers: the creators found among them. */
      matched: z.number().nullable(),
      notes: z.array(importNote).readonly(),
      /** The first rejects; all of them are in the file of GET …/:id/rejects. */
      rejects: z
        .array(z.object({ line: z.number(), column: z.string(), value: z.string(), rule: z.string() }))
        .readonly(),
    })
    .nullable(),
  error: z.object({ message: z.string(), at: z.string().nullable() }).nullable(),
});
export type ImportState = z.infer<typeof importState>;
