import { readHeaders } from "#connectors/data/readHeaders";
import { readPasteForms } from "#connectors/data/readPasteForms";
import { csvLine } from "#connectors/files/rejectsFile";
import type { PastedLine } from "#core/catalog/paste/pastedLine";
import { pastedSheet } from "#core/catalog/paste/pastedSheet";
import { readPaste } from "#core/catalog/paste/readPaste";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { namedAccounts } from "#storage/accounts";
import type { House } from "./house.ts";

/** As many as a person can look through before anything is written; a longer list is a file. */
export const PASTED_MOST = 200;

/** What a pasted block says. `sheet`: it is a table with a header, to be imported as a file of this CSV text. */
export interface PastePreview {
  readonly sheet: string | null;
  readonly lines: readonly PastedLine[];
}

/** Reads a pasted block; nothing is written and nothing is fetched. Throws bad-input when it is empty or too long. */
export async function previewPaste(
  house: House,
  text: string,
  platform: string | null,
): Promise<PastePreview> {
  if (text.trim() === "") throw new ChoraleError("bad-input", sentence("paste.empty"), "text");
  const sheet = pastedSheet(text, readHeaders());
  if (sheet !== null) return { sheet: sheet.map((cells) => csvLine(cells)).join(""), lines: [] };
  const lines = readPaste(text, readPasteForms(), platform);
  if (lines.length > PASTED_MOST)
    throw new ChoraleError(
      "bad-input",
      sentence("paste.tooMany", { lines: lines.length, most: PASTED_MOST }),
      "text",
    );
  return { sheet: null, lines: await withKnownHandles(house, lines) };
}

// A share text says a name only: where the workspace knows one account by that name, its handle is meant.
async function withKnownHandles(house: House, lines: readonly PastedLine[]): Promise<readonly PastedLine[]> {
  const isNameOnly = ({ account }: PastedLine) =>
    account !== null && account.handle === null && account.externalId === null;
  const named = lines.filter(isNameOnly).flatMap(({ account }) => account?.displayName ?? []);
  if (named.length === 0) return lines;
  const known = await namedAccounts(house.db, house.workspaceId, named);
  return lines.map((line) => {
    if (!isNameOnly(line) || line.account === null) return line;
    const { platform, displayName } = line.account;
    const fitting = known.filter((other) => other.platform === platform && other.displayName === displayName);
    const [only] = fitting;
    if (!only || fitting.length > 1) return line;
    const notes = [...line.notes, sentence("paste.knownAs", { handle: only.handle })];
    return { ...line, account: { ...line.account, handle: only.handle }, notes };
  });
}
