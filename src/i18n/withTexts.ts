import type { Sentence } from "#core/sentence";
import { withText } from "./say.ts";

/** A document for print: every sentence in it carries its English text (DOORS). */
export function withTexts(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(withTexts);
  if (typeof document !== "object" || document === null) return document;
  if (isSentence(document)) return withText(document);
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, withTexts(value)]));
}

function isSentence(value: object): value is Sentence {
  const fields = Object.keys(value);
  return (
    fields.length === 2 &&
    "key" in value &&
    typeof value.key === "string" &&
    "values" in value &&
    typeof value.values === "object"
  );
}
