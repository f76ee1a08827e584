/** A piece of an XML document; names come without their namespace prefix. */
export type XmlToken =
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Cuts XML into tokens as it arrives; what a chunk leaves unfinished waits for the next. Reads no DTD, expands no entity of its own. */
export class XmlScanner {
  #rest = "";

  feed(chunk: string): XmlToken[] {
    const text = this.#rest + chunk;
    const tokens: XmlToken[] = [];
    let at = 0;
    for (;;) {
      const open = text.indexOf("<", at);
      if (open < 0) break;
      const end = endOfTag(text, open);
      if (end < 0) break;
      if (open > at) tokens.push({ kind: "text", text: decodeEntities(text.slice(at, open)) });
      const token = tokenOf(text.slice(open, end));
      if (token) tokens.push(token);
      at = end;
    }
    this.#rest = text.slice(at);
    return tokens;
  }
}

/** The value of an attribute; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s|:)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? decodeEntities(match[1] ?? match[2] ?? "") : null;
}

// The place after the tag that opens at `open`, or -1 when it is not complete yet.
function endOfTag(text: string, open: number): number {
  if (text.startsWith("<!--", open)) return after(text, "-->", open);
  if (text.startsWith("<![CDATA[", open)) return after(text, "]]>", open);
  let close = text.indexOf(">", open);
  // A ">" inside a quoted value leaves an odd number of quotes before it.
  while (close >= 0 && (text.slice(open, close).split('"').length - 1) % 2 === 1)
    close = text.indexOf(">", close + 1);
  return close < 0 ? -1 : close + 1;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function tokenOf(tag: string): XmlToken | null {
  if (tag.startsWith("<![CDATA[")) return { kind: "text", text: tag.slice(9, -3) };
  if (tag.startsWith("<!") || tag.startsWith("<?")) return null;
  if (tag.startsWith("</")) return { kind: "close", name: localName(tag.slice(2, -1).trim()) };
  const isEmpty = tag.endsWith("/>");
  const inner = tag.slice(1, isEmpty ? -2 : -1);
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  return { kind: "open", name, attributes: space < 0 ? "" : inner.slice(space + 1), isEmpty };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, code: string) => {
    if (!code.startsWith("#")) return ENTITIES[code] ?? whole;
    const point = code[1]?.toLowerCase() === "x" ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
