import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openTable } from "./openTable.ts";
import type { TableRow } from "./table.ts";

export const folder = mkdtempSync(join(tmpdir(), "chorale-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export let files = 0;
export function write(bytes: string | Uint8Array, extension = "csv"): string {
  files += 1;
  const path = join(folder, `${files}.${extension}`);
  writeFileSync(path, bytes);
  return path;
}

export async function read(bytes: string | Uint8Array, extension?: string) {
  const table = await openTable(write(bytes, extension));
  const rows: TableRow[] = [];
  for await (const batch of table.batches) rows.push(...batch);
  return {
    format: table.format,
    columns: table.columns,
    rows: rows.map((row) => row.cells),
    lines: rows.map((row) => row.line),
  };
}

export const refusal = (bytes: string | Uint8Array, extension?: string) =>
  read(bytes, extension).then(
    () => "read",
    (caught: { sentence: { key: string; values: Record<string, unknown> } }) => caught.sentence,
  );

export function utf16(text: string, order: "le" | "be", mark: boolean): Buffer {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

/** The GB18030 bytes of characters, found by decoding every two-byte code: the run-time has no encoder. */
export const gbk = new Map<string, number[]>();
for (let high = 0x81; high <= 0xfe; high += 1)
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const [character = "", more] = new TextDecoder("gb18030").decode(Uint8Array.of(high, low));
    if (more === undefined && character !== "\uFFFD") gbk.set(character, [high, low]);
  }
export const gb18030 = (text: string) =>
  Uint8Array.from([...text].flatMap((character) => gbk.get(character) ?? [character.charCodeAt(0)]));

export const LIST = "昵称,粉丝数\n暖阳厨房,1.2万\n慢煮时光,800\n";
export const ROWS = [
  ["暖阳厨房", "1.2万"],
  ["慢煮时光", "800"],
];
