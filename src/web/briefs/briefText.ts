import { Document, isMap, parseDocument, stringify } from "yaml";
import { BRIEF_KEYS } from "#core/brief/parseBrief";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type BriefDocument = Readonly<Record<string, unknown>>;

/** What the text holds: the document, or why it is none yet, with its line. */
export type BriefRead =
  | { readonly document: BriefDocument; readonly fault: null }
  | { readonly document: null; readonly fault: { readonly line: number; readonly reason: string } };

/** The YAML text is the one truth of the page; the form reads and edits it. */
export function readBriefText(text: string): BriefRead {
  const parsed = parseDocument(text, { prettyErrors: true });
  const [error] = parsed.errors;
  if (error) {
    const reason = error.message.split("\n")[0] ?? error.code;
    return { document: null, fault: { line: error.linePos?.[0].line ?? 1, reason } };
  }
  const document: unknown = parsed.toJS();
  return { document: isMapping(document) ? document : {}, fault: null };
}

export function isMapping(value: unknown): value is BriefDocument {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A stored document as text: the database forgets the order of keys, readers do not. */
export function briefTextOf(document: BriefDocument): string {
  return stringify(orderedBrief(document));
}

export function orderedBrief(document: BriefDocument): BriefDocument {
  return inOrder(document, BRIEF_KEYS);
}

/** The same with its keys in this order, others behind them. */
export function inOrder(document: BriefDocument, order: readonly string[]): BriefDocument {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(document).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(keys.map((key) => [key, document[key]]));
}

/** The text with one value set, comments and order kept; an empty value leaves no key behind, nor an empty parent. */
export function withValue(text: string, path: readonly string[], value: Json | undefined): string {
  const read = parseDocument(text);
  const parsed: Document = isMap(read.contents) ? read : new Document({});
  const empty =
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  if (!empty) {
    parsed.setIn(path, parsed.createNode(value));
    return parsed.toString();
  }
  parsed.deleteIn(path);
  for (let depth = path.length - 1; depth > 0; depth--) {
    const parent = parsed.getIn(path.slice(0, depth));
    if (isMap(parent) && parent.items.length === 0) parsed.deleteIn(path.slice(0, depth));
  }
  return parsed.toString();
}

export function valueAt(document: BriefDocument | null, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
