import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { type Field, IMPORT_KINDS, isField } from "#core/catalog/import/field";
import type { Mapping } from "#core/catalog/import/mapping";
import { ChoraleError } from "#core/errors";
import { isCurrency } from "#core/money";
import { isIsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { asReadError } from "./readNdjson.ts";

const field = z.custom<Field>((value) => typeof value === "string" && isField(value), "field");

const form = z.strictObject({
  as: z.enum(IMPORT_KINDS).optional(),
  platform: z.string().min(1).optional(),
  currency: z
    .custom<string>((value) => typeof value === "string" && isCurrency(value), "currency")
    .optional(),
  columns: z.record(z.string(), field.nullable()).optional(),
  scales: z.record(z.string(), z.enum(["percent", "fraction"])).optional(),
  floors: z.record(z.string(), z.number().positive()).optional(),
  source: z
    .strictObject({
      label: z.string().min(1).optional(),
      method: z.enum(["measured", "estimated", "assumed"]).optional(),
      trust: z.enum(["A", "B", "C"]).optional(),
      observedOn: z
        .custom<string>((value) => typeof value === "string" && isIsoDate(value), "date")
        .optional(),
    })
    .optional(),
});

/** Reads a mapping file, YAML or JSON. Throws bad-input with each path, rule and value that breaks its form, not-found. */
export async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch((caught) => Promise.reject(asReadError(caught, path)));
  let document: unknown;
  try {
    // The core schema reads no dates: a day stays the text it is.
    document = parse(text, { schema: "core" });
  } catch {
    throw new ChoraleError("bad-input", sentence("catalog.mapping.unreadable"), path);
  }
  const parsed = form.safeParse(document ?? {});
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    at: issue.path.join("."),
    rule: sentence("catalog.mapping.rule"),
    value: shortValue(document, issue.path),
  }));
  const [first] = details;
  throw new ChoraleError(
    "bad-input",
    sentence("catalog.mapping.broken", { at: first?.at ?? "", value: first?.value ?? "" }),
    path,
    details,
  );
}

function shortValue(document: unknown, path: readonly PropertyKey[]): string {
  let value = document;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return JSON.stringify(value ?? null).slice(0, 80);
}
