import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { declaredEncoding, type Encoding, Probe } from "./encoding.ts";
import { refuse } from "./limits.ts";

export interface Inspection {
  readonly bytes: number;
  readonly sha256: string;
  /** Null: an XLSX workbook (a ZIP archive). */
  readonly encoding: Encoding | null;
}

const HEAD_BYTES = 4096;
// Much of a PDF is text; its first bytes tell it from a table.
const PDF_MARK = "%PDF-";

/**
 * One pass over a file: its hash, and its encoding by byte order mark, else strict UTF-8, else GB18030 that reads as
 * Chinese. Throws bad-input when it cannot be opened, is empty, or is neither text nor a workbook.
 */
export async function inspectFile(path: string): Promise<Inspection> {
  const hash = createHash("sha256");
  let bytes = 0;
  let probes: Probe[] | null = null;
  let zip = false;
  let head: Uint8Array = new Uint8Array();
  for await (const chunk of readBytes(path)) {
    if (probes === null) {
      head = chunk.subarray(0, HEAD_BYTES);
      zip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05);
      const declared = declaredEncoding(head);
      probes = zip
        ? []
        : declared
          ? [new Probe(declared)]
          : [new Probe("utf-8"), ...(head.includes(0) ? [] : [new Probe("gb18030")])];
    }
    hash.update(chunk);
    bytes += chunk.length;
    for (const probe of probes) probe.add(chunk, false);
  }
  if (bytes === 0 || probes === null) throw refuse(path, "empty");
  const sha256 = hash.digest("hex");
  if (zip) return { bytes, sha256, encoding: null };
  for (const probe of probes) probe.add(new Uint8Array(), true);
  const found = probes.find((probe) => (probe.encoding === "gb18030" ? probe.readsAsChinese : probe.valid));
  const zerosInside = head.includes(0) && !found?.encoding.startsWith("utf-16");
  const pdf = Buffer.from(head.subarray(0, PDF_MARK.length)).toString("latin1") === PDF_MARK;
  if (!found || zerosInside || pdf) throw refuse(path, "notText");
  return { bytes, sha256, encoding: found.encoding };
}

async function* readBytes(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk as Buffer;
  } catch (caught) {
    const code = (caught as NodeJS.ErrnoException).code ?? "";
    if (code === "ENOENT") throw refuse(path, "missing");
    if (code === "EISDIR") throw refuse(path, "folder");
    throw refuse(path, "unreadable", { reason: code });
  }
}

/** The file's text in chunks, without its byte order mark; `onBytes` hears how much has been read. */
export async function* readText(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  for await (const chunk of readBytes(path)) {
    bytes += chunk.length;
    onBytes(bytes);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
