import { readFileSync } from "node:fs";
import { z } from "zod";
import { PasteForms } from "#core/catalog/paste/pasteForms";
import { readLinks } from "./readLinks.ts";
import { readReference } from "./readReference.ts";

const words = z.array(z.string().min(1));
const head = { source: z.string(), year: z.int(), licence: z.string(), says: z.string() };

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
  known ??= new PasteForms({ ...readLinks(), ...readWords() }, readReference().platforms);
  return known;
}

function readWords(): z.infer<typeof wordsFile> {
  const url = new URL("../../../data/paste/words.json", import.meta.url);
  return wordsFile.parse(JSON.parse(readFileSync(url, "utf8")));
}
