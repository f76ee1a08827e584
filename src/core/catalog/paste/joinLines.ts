import type { LineContext } from "./accountsIn.ts";
import type { Entry, LineReader } from "./lineReader.ts";

const JOINED_MOST = 4;
/** The lines of a block, joined where they belong together: a share text spans lines, a mail puts name, address and figures under each other. */
export function joinLines(lines: readonly Entry[], reader: LineReader, context: LineContext): Entry[] {
  const joined: Entry[] = [];
  for (const paragraph of paragraphsOf(lines)) {
    const isAccount = paragraph.map(
      (entry) => reader.headingOf(entry.text) === null && reads(reader, entry, context),
    );
    const accounts = isAccount.filter(Boolean).length;
    if (
      accounts === 1 &&
      paragraph.length > 1 &&
      paragraph.length <= JOINED_MOST &&
      !paragraph.some((entry) => reader.headingOf(entry.text) !== null)
    ) {
      joined.push(join(paragraph));
      continue;
    }
    let open: Entry[] = [];
    for (const [i, entry] of paragraph.entries()) {
      const last = joined.at(-1);
      const said = isAccount[i] === true;
      const belongsAbove = !said && open.length === 0 && i > 0 && last !== undefined;
      if (belongsAbove && (reader.closes(entry.text) || (isAccount[i - 1] && reader.isFigures(entry.text))))
        joined[joined.length - 1] = join([last, entry]);
      else if (open.length > 0 && open.length < JOINED_MOST) {
        open.push(entry);
        if (said && /:\/\/|\.\w+\//.test(entry.text)) {
          joined.push(join(open));
          open = [];
        }
      } else if (!said && reader.opens(entry.text)) open = [entry];
      else joined.push(entry);
    }
    joined.push(...open);
  }
  return joined;
}

function reads(reader: LineReader, entry: Entry, context: LineContext): boolean {
  return reader.read(entry, context).some(({ is }) => is !== "nothing");
}

function paragraphsOf(lines: readonly Entry[]): Entry[][] {
  const paragraphs: Entry[][] = [[]];
  for (const entry of lines) {
    if (entry.text === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(entry);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function join(entries: readonly Entry[]): Entry {
  return { line: entries[0]?.line ?? 1, text: entries.map(({ text }) => text).join("\n") };
}
