import { spelling } from "#core/localNames";
import { type Platform, platformNamed, platformOfAddress } from "../platform.ts";
import { headerKey } from "./headerKey.ts";
import type { Mapping } from "./mapping.ts";

export type PlatformFrom = "flag" | "mapping" | "column" | "headers" | "addresses" | "title" | "path";

export interface FoundPlatform {
  /** Null: every row says its own, in a column. */
  readonly platform: string | null;
  readonly from: PlatformFrom;
}

export interface PlatformClues {
  readonly flag: string | null;
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly hasColumn: boolean;
  /** The platform of the vendor's export that the headers are of. */
  readonly layoutPlatform: string | null;
  /** The sheet's name and what stands above the header, the nearest first. */
  readonly titles: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly path: string;
}

/** The platform of a file in the order of DOORS: flag, mapping file, column, headers, words in the path; null is unknown. */
export function detectPlatform(clues: PlatformClues, platforms: readonly Platform[]): FoundPlatform | null {
  if (clues.flag !== null) return { platform: slugOf(clues.flag, platforms), from: "flag" };
  if (clues.mapping.platform !== undefined)
    return { platform: slugOf(clues.mapping.platform, platforms), from: "mapping" };
  if (clues.hasColumn) return { platform: null, from: "column" };
  if (clues.layoutPlatform !== null) return { platform: clues.layoutPlatform, from: "headers" };
  const byHeaders = platforms.filter((platform) => isRevealed(platform, clues));
  if (byHeaders[0] && byHeaders.length === 1) return { platform: byHeaders[0].slug, from: "headers" };
  const byAddress = platformsOfAddresses(clues.sample, platforms);
  if (byAddress[0] !== undefined)
    return { platform: byAddress.length === 1 ? byAddress[0] : null, from: "addresses" };
  for (const title of clues.titles) {
    const named = platformOfPath(title, platforms);
    if (named !== null) return { platform: named, from: "title" };
  }
  const hinted = platforms.filter((platform) => hasHeader(platform.headerHints, clues.columns));
  if (hinted[0] && hinted.length === 1 && byHeaders.length === 0)
    return { platform: hinted[0].slug, from: "headers" };
  const byPath = platformOfPath(clues.path, platforms);
  return byPath === null ? null : { platform: byPath, from: "path" };
}

/** A known platform's slug for any of its names, else the word itself when it is a slug; null otherwise. */
export function slugOf(word: string, platforms: readonly Platform[]): string | null {
  const known = platformNamed(platforms, word)?.slug;
  if (known !== undefined) return known;
  const slug = spelling(word);
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(slug) ? slug : null;
}

function hasHeader(words: readonly string[], columns: readonly string[]): boolean {
  const keys = columns.map(headerKey);
  const bare = columns.map((name) => headerKey(name.normalize("NFKC").replace(/\([^)]*\)/g, "")));
  return words.map(headerKey).some((key) => keys.includes(key) || bare.includes(key));
}

/** The platforms whose addresses stand in one column, in every row that has any there; none unless a column is of addresses. */
function platformsOfAddresses(
  sample: readonly (readonly string[])[],
  platforms: readonly Platform[],
): readonly string[] {
  const width = sample[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const texts = sample.map((cells) => cells[column] ?? "").filter((text) => text.trim() !== "");
    if (!texts.slice(0, 1).some((text) => platformOfAddress(platforms, text) !== null)) continue;
    const found = texts.map((text) => platformOfAddress(platforms, text)?.slug);
    if (found.every((slug) => slug !== undefined)) return [...new Set(found)];
  }
  return [];
}

function isRevealed(platform: Platform, { columns, sample }: PlatformClues): boolean {
  if (hasHeader(platform.headers, columns)) return true;
  const keys = columns.map(headerKey);
  return platform.headerValues.some(({ header, startsWith }) => {
    const column = keys.indexOf(headerKey(header));
    const values = sample.map((cells) => cells[column] ?? "").filter((text) => text !== "");
    return column >= 0 && values.length > 0 && values.every((text) => text.startsWith(startsWith));
  });
}

// The file's own name first, then the folders around it, nearest first; a name with two platforms in it says nothing.
function platformOfPath(path: string, platforms: readonly Platform[]): string | null {
  for (const part of path.split(/[\\/]/).reverse()) {
    const folded = spelling(part);
    const found = platforms.filter((platform) =>
      platform.pathWords.some((word) => isWordIn(folded, spelling(word))),
    );
    if (found[0] && found.length === 1) return found[0].slug;
  }
  return null;
}

function isWordIn(text: string, word: string): boolean {
  if (/[^\u0020-\u007e]/.test(word)) return text.includes(word);
  return text.split(/[^a-z0-9]+/).includes(word);
}
