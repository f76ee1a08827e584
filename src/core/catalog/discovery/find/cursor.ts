import { isUuid } from "#core/ids";
import { sentence } from "#core/sentence";
import type { FindReader } from "./findReader.ts";
import type { Cursor } from "./query.ts";

/** A cursor as it goes out and comes back: where a page ended. Whatever is written meanwhile, no row comes twice. */
export function writeCursor({ key, accountId }: Cursor): string {
  return `${key === Number.NEGATIVE_INFINITY ? "" : key}~${accountId}`;
}

export function readCursor(reader: FindReader): Cursor | null {
  const said = reader.one("after");
  if (said === "") return null;
  const [text = "", accountId = ""] = said.split("~");
  const key = text === "" ? Number.NEGATIVE_INFINITY : Number(text);
  if (isUuid(accountId) && !Number.isNaN(key)) return { key, accountId };
  reader.refuse("after", sentence("find.after"), said);
  return null;
}
