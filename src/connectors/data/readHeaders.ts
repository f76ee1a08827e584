import { readFileSync } from "node:fs";
import type { z } from "zod";
import { HeaderTable } from "#core/catalog/import/headerTable";
import { headersFile, layoutsFile } from "./mappingForms.ts";

let known: HeaderTable | null = null;

/** Reads and checks the shipped header words and layouts, once a process. Throws when one of them breaks its form. */
export function readHeaders(): HeaderTable {
  known ??= new HeaderTable({ ...read("headers", headersFile), ...read("layouts", layoutsFile) });
  return known;
}

function read<Form extends z.ZodType>(name: string, form: Form): z.infer<Form> {
  const url = new URL(`../../../data/mappings/${name}.json`, import.meta.url);
  return form.parse(JSON.parse(readFileSync(url, "utf8")));
}
