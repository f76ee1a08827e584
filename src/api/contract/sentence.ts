import { z } from "zod";
import type { Sentence } from "#core/sentence";

/** A sentence as data; the page says it in the reader's language. */
export const sentenceForm = z.custom<Sentence>(
  (value) => typeof value === "object" && value !== null && typeof (value as Sentence).key === "string",
);
