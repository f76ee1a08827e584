import { briefReadyForApproval } from "#core/brief/approval";
import type { Brief } from "#core/brief/brief";
import { parseBrief } from "#core/brief/parseBrief";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import type { Sentence } from "#core/sentence";
import type { BriefDocument } from "./briefText.ts";

/** A brief as the page judges it while it is typed: the same rules as the terminal and the server. */
export interface BriefCheck {
  readonly brief: Brief | null;
  readonly problems: readonly ErrorDetail[];
  /** What approval still lacks; empty while the brief itself has problems. */
  readonly missing: readonly { readonly path: string; readonly says: Sentence }[];
}

export function checkBrief(document: BriefDocument, reference: Reference, today: string): BriefCheck {
  try {
    const brief = parseBrief(document, reference, today);
    return { brief, problems: [], missing: briefReadyForApproval(brief) };
  } catch (caught) {
    if (!(caught instanceof ChoraleError)) throw caught;
    return { brief: null, problems: caught.details, missing: [] };
  }
}
