import { type Sentence, sentence } from "#core/sentence";
import type { Brief } from "./brief.ts";

/** What a brief still lacks before it can be approved and frozen; an empty list means ready. Exploring needs none of it. */
export function briefReadyForApproval(
  brief: Brief,
): readonly { readonly path: string; readonly says: Sentence }[] {
  const missing: { path: string; says: Sentence }[] = [];
  if (brief.budget === null) missing.push({ path: "budget", says: sentence("brief.approval.budget") });
  if (brief.objective.target === null)
    missing.push({ path: "objective.target", says: sentence("brief.approval.target") });
  return missing;
}
