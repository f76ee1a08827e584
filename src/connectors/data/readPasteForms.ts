import { readFileSync } from "node:fs";
import { z } from "zod";
import { PasteForms } from "#core/catalog/paste/pasteForms";
import { readReference } from "./readReference.ts";

const words = z.array(z.string().min(1));
const head = { source: z.string(), year: z.int(), licence: z.string(), says: z.string() };

const linksFile = z.strictObject({
  ...head,
  collections: words,
  wrappers: z.array(z.strictObject({ host: z.string(), path: z.string().optional(), key: z.string() })),
  links: z.array(
    z.strictObject({
      platform: z.string(),
      hosts: words.min(1),
      handle: z.string(),
      id: z.string(),
      name: z.string().optional(),
      short: words,
      posts: words,
      pages: words,
      profiles: words,
    }),
  ),
});

const wordsFile = z.strictObject({
  ...head,
  platforms: z.array(z.strictObject({ platform: z.string(), words })),
  handleWords: words,
  idWords: words,
  shares: words,
  opens: words,
  closes: words,
  followers: z.strictObject({ latin: words, han: words }),
  otherFigures: words,
  rough: words,
});

let known: PasteForms | null = null;

/** Reads and checks the shipped forms of addresses, labels and share texts, once a process. */
export function readPasteForms(): PasteForms {
  known ??= new PasteForms(
    { ...read("links", linksFile), ...read("words", wordsFile) },
    readReference().platforms,
  );
  return known;
}

function read<Form extends z.ZodType>(name: string, form: Form): z.infer<Form> {
  const url = new URL(`../../../data/paste/${name}.json`, import.meta.url);
  return form.parse(JSON.parse(readFileSync(url, "utf8")));
}
