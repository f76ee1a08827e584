import { handleKey } from "../import/handle.ts";
import type { LineContext } from "./accountsIn.ts";
import { joinLines } from "./joinLines.ts";
import { LineReader, NOTHING } from "./lineReader.ts";
import type { PastedLine } from "./pastedLine.ts";
import type { PasteForms } from "./pasteForms.ts";
import { plainLine } from "./plainLine.ts";

/** Of the lines of a list of bare handles, so many must be single words. */
const BARE_SHARE = 0.8;

/**
 * What a pasted block says, line by line: accounts with what is said of them, and every other line with the reason why it
 * is none. `platform` is what the reader chose for handles that name no platform. Nothing is fetched.
 */
export function readPaste(text: string, forms: PasteForms, platform: string | null = null): PastedLine[] {
  const reader = new LineReader(forms);
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/).map((raw, i) => ({ line: i + 1, text: raw.trim() }));
  const filled = lines.filter((entry) => entry.text !== "");
  const isWord = (plain: string) => /^[\p{L}\p{N}_.-]{2,40}$/u.test(plain) || /(?:^|\s)@\w|:\/\//.test(plain);
  const words = filled.filter((entry) => isWord(plainLine(entry.text)));
  const bareWords = words.length > 0 && words.length >= BARE_SHARE * filled.length;
  let heading: string | null = null;
  const found: PastedLine[] = [];
  for (const entry of joinLines(lines, reader, { platform, bareWords })) {
    const above: LineContext = { platform: heading ?? platform, bareWords };
    const said = reader.headingOf(entry.text);
    if (said === null) found.push(...reader.read(entry, above));
    else {
      heading = said;
      found.push({ ...NOTHING, line: entry.line, text: entry.text, is: "heading", site: said });
    }
  }
  return nameRepeats(found);
}

/** Whether most of a block is a list of accounts: a poem with an @ in it is none. */
export function isList(lines: readonly PastedLine[]): boolean {
  const counted = lines.filter(({ is }) => is !== "heading");
  const known = counted.filter(({ is }) => is !== "nothing" && is !== "unknown");
  return known.length > 0 && known.length * 2 >= counted.length;
}

function nameRepeats(lines: readonly PastedLine[]): PastedLine[] {
  const seen = new Map<string, number>();
  return lines.map((each) => {
    if (each.account === null || each.is !== "account") return each;
    const { platform, handle, externalId, displayName } = each.account;
    const key = `${platform} ${(handle ?? displayName) ? handleKey(handle ?? displayName ?? "") : `id ${externalId}`}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, each.line);
    return before === undefined ? each : { ...each, sameAs: before };
  });
}
