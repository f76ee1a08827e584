import { basename } from "node:path";

// `<import>--<platform>--<file>`: what path and name told of the original, a corrected file still tells.
const OURS = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}--[a-z0-9-]*?--(.+)$/;

/** The name of the file that takes an import's rejects. */
export function rejectsName(importId: string, platform: string | null, path: string): string {
  const name = basename(path)
    .replace(OURS, "$1")
    .replace(/\.csv$/i, "");
  return `${importId}--${platform ?? ""}--${name.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(-80)}.csv`;
}

/** The name of the file that a rejects file came from; any other file's own name. */
export function originalName(name: string): string {
  const match = OURS.exec(name);
  if (!match) return name;
  const original = match[1] ?? name;
  return /\.(json|ndjson|jsonl|xlsx|tsv|txt)\.csv$/i.test(original)
    ? original.slice(0, -".csv".length)
    : original;
}
