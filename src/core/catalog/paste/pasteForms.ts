import type { Platform } from "../platform.ts";
import { LinkForm, type LinkRow } from "./linkForm.ts";

/** The shipped rows of data/paste. */
export interface PasteData {
  readonly links: readonly LinkRow[];
  /** Hosts whose pages gather the addresses of one person. */
  readonly collections: readonly string[];
  /** Addresses that carry another one in a parameter. */
  readonly wrappers: readonly {
    readonly host: string;
    readonly path?: string | undefined;
    readonly key: string;
  }[];
  readonly platforms: readonly { readonly platform: string; readonly words: readonly string[] }[];
  readonly handleWords: readonly string[];
  readonly idWords: readonly string[];
  readonly shares: readonly string[];
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  readonly followers: { readonly latin: readonly string[]; readonly han: readonly string[] };
  readonly otherFigures: readonly string[];
  readonly rough: readonly string[];
}

/** What addresses, labels and share texts look like, ready to be looked for; made once for the shipped rows. */
export class PasteForms {
  readonly platforms: readonly Platform[];
  readonly data: PasteData;
  readonly shares: readonly RegExp[];
  readonly idLabel: RegExp;
  /** Between a platform and the handle that belongs to it. */
  readonly label: RegExp;
  readonly #links: readonly LinkForm[];
  readonly #words: ReadonlyMap<string, string>;
  readonly #anyWord: RegExp;

  constructor(data: PasteData, platforms: readonly Platform[]) {
    this.data = data;
    this.platforms = platforms;
    this.#links = data.links.map((row) => new LinkForm(row));
    this.shares = data.shares.map((pattern) => new RegExp(pattern, "u"));
    this.#words = wordsOf(data, platforms);
    this.#anyWord = new RegExp([...this.#words.keys()].sort(longestFirst).map(wholeWord).join("|"), "giu");
    this.idLabel = new RegExp(anyOf(data.idWords, "(?<![a-z])", "\\s*[:=#]?\\s*"), "iu");
    this.label = new RegExp(
      `^(?<word>\\s*(?:${anyOf([...data.handleWords, ...data.idWords], "", "(?![a-z])")})){0,2}(?<mark>\\s*[:=|>➜→»\\-–—/·「"'“\\[]+)?\\s*(?<at>@)?\\s*`,
      "iu",
    );
  }

  /** The forms of the host, the longest host first; none for a host that Chorale does not know. */
  linksOf(host: string): readonly LinkForm[] {
    const fitting = this.#links
      .map((link) => ({ link, length: link.fitOf(host) }))
      .filter(({ length }) => length > 0);
    const longest = Math.max(0, ...fitting.map(({ length }) => length));
    return fitting.filter(({ length }) => length === longest).map(({ link }) => link);
  }

  /** The main form of a platform: whose shapes its handles have. */
  linkOf(platform: string): LinkForm | null {
    return this.#links.find(({ row }) => row.platform === platform) ?? null;
  }

  /** Every word of the text that names a platform. */
  platformWordsIn(text: string): PlatformWord[] {
    return [...text.matchAll(this.#anyWord)].flatMap((match) => {
      const platform = this.#words.get(match[0].toLowerCase()) ?? this.#words.get(match[0]);
      // "X" is a platform, "x" is a letter.
      if (platform === undefined || match[0] === "x") return [];
      return [{ platform, start: match.index, end: match.index + match[0].length }];
    });
  }
}

export interface PlatformWord {
  readonly platform: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(data: PasteData, platforms: readonly Platform[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { platform, words: further } of data.platforms)
    for (const word of further) words.set(word.toLowerCase(), platform);
  for (const platform of platforms.filter(({ formats }) => formats.length > 0))
    for (const word of [platform.slug, ...Object.values(platform.names), ...platform.pathWords])
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), platform.slug);
  return words;
}

function wholeWord(word: string): string {
  const pattern = escaped(word);
  return /^[\u0020-\u007e]+$/.test(word)
    ? `(?<![\\p{Script=Latin}\\d_@.])${pattern}(?![\\p{Script=Latin}\\d_]|\\.[a-z0-9])`
    : pattern;
}

/** The words of a list as alternatives, the longest first. */
export function anyOf(words: readonly string[], before = "", after = ""): string {
  return `${before}(?:${[...words].sort(longestFirst).map(escaped).join("|")})${after}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}
