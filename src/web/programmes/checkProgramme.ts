import { parseProgramme } from "#core/brief/parseProgramme";
import type { Programme } from "#core/brief/programme";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import type { BriefDocument } from "../briefs/briefText.ts";

/** A programme as the page judges it while it is typed: the same rules as the terminal and the server. */
export interface ProgrammeCheck {
  readonly programme: Programme | null;
  readonly problems: readonly ErrorDetail[];
}

export function checkProgramme(document: BriefDocument, reference: Reference, today: string): ProgrammeCheck {
  try {
    return { programme: parseProgramme(document, reference, today), problems: [] };
  } catch (caught) {
    if (!(caught instanceof ChoraleError)) throw caught;
    return { programme: null, problems: caught.details };
  }
}
