import { type LocalNames, spelling, unnamed } from "#core/localNames";
import type { Currency } from "#core/money";

/** What a rate of a format is properly a share of: its public figures are counted in this. */
export type RateDenominator = "followers" | "views" | "reads" | "viewers" | "listeners" | "subscribers";

export interface PlatformFormat {
  readonly slug: string;
  readonly names: LocalNames;
  readonly media: "text" | "image" | "video" | "story" | "live" | "audio";
  readonly denominator: RateDenominator;
  /** Other words for it in files: "normal" for a note. */
  readonly words: readonly string[];
}

export interface PlatformSearch {
  readonly kind: "hashtag" | "keyword";
  /** "{word}" stands for the word. */
  readonly address: string;
}

/** The platform's own list of what a post is about, of which exports give the number. */
export interface PostCategories {
  readonly header: string;
  readonly source: string;
  /** Topic by number; a category that says little of a post (whatever is put where nobody chose) is not here. */
  readonly topics: Readonly<Record<string, string>>;
}

/** What can be bought of a creator on a platform. */
export interface DeliverableKind {
  readonly slug: string;
  readonly names: LocalNames;
  /** The format whose posts predict it; null: nobody sees it through a feed. */
  readonly format: string | null;
  readonly words: readonly string[];
  /** Videos sold by length: the longest of this kind; null is open. */
  readonly secondsMax?: number | null;
  /** May be bought from an account of any platform. */
  readonly everywhere?: boolean;
}

export interface Platform {
  readonly slug: string;
  readonly names: LocalNames;
  /** What its creators are called: 博主, 达人, UP主, KOL. */
  readonly creatorWord: LocalNames;
  /** ISO countries in which its audience lives; "*" is anywhere. */
  readonly markets: readonly string[];
  /** What a price without a currency is taken to be in, where the platform has one home market; else null. */
  readonly homeCurrency: Currency | null;
  /** Header words that reveal the platform of a file. */
  readonly headers: readonly string[];
  /** Header words that only suggest it: they count where no header reveals another. */
  readonly headerHints: readonly string[];
  /** Hosts of its profiles and posts, from the forms of addresses; an app's own scheme ends in a colon. */
  readonly hosts: readonly string[];
  /** A header that reveals it only together with its values: `channel_id` with `UC…`. */
  readonly headerValues: readonly { readonly header: string; readonly startsWith: string }[];
  readonly pathWords: readonly string[];
  readonly categories: PostCategories | null;
  /** Where a person looks for creators: pages with a place for a word, opened by the reader, never fetched. */
  readonly searches: readonly PlatformSearch[];
  readonly formats: readonly PlatformFormat[];
  readonly deliverables: readonly DeliverableKind[];
}

export function platformOf(platforms: readonly Platform[], slug: string): Platform | null {
  return platforms.find((platform) => platform.slug === slug) ?? null;
}

/** What a platform is called; one that the data do not know is called by its slug. */
export function platformName(platforms: readonly Platform[], slug: string): LocalNames {
  return platformOf(platforms, slug)?.names ?? unnamed(slug);
}

/** A platform by its slug, one of its names, or a word that stands for it in paths ("小红书", "IG"). */
export function platformNamed(platforms: readonly Platform[], word: string): Platform | null {
  const wanted = spelling(word);
  const isNamed = (platform: Platform) =>
    [platform.slug, ...Object.values(platform.names), ...platform.pathWords].some(
      (name) => spelling(name) === wanted,
    );
  return platforms.find(isNamed) ?? null;
}

/** The platform whose host an address names, "https://www.douyin.com/user/…"; null when it is no address of one. */
export function platformOfAddress(platforms: readonly Platform[], text: string): Platform | null {
  const name = /^\s*(?:https?:\/\/)?([\w-]+(?:\.[\w-]+)+)(?=[/?#:]|\s*$)/i.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const isOf = (own: string) => name === own || name.endsWith(`.${own}`);
  return platforms.find((platform) => platform.hosts.some(isOf)) ?? null;
}

/** What can be bought from an account of this platform, what is sold everywhere included. */
export function deliverablesOf(platforms: readonly Platform[], slug: string): readonly DeliverableKind[] {
  const everywhere = platforms.flatMap((platform) => platform.deliverables).filter((kind) => kind.everywhere);
  const own = platformOf(platforms, slug)?.deliverables ?? [];
  return [...own, ...everywhere.filter((kind) => !own.includes(kind))];
}

/** A deliverable of a platform by slug, name or trade word ("图文", "story + link"). */
export function deliverableNamed(
  platforms: readonly Platform[],
  platform: string,
  word: string,
): DeliverableKind | null {
  return named(deliverablesOf(platforms, platform), word);
}

/** A format of a platform by slug, name or the word a file uses for it ("normal" for a note). */
export function formatNamed(platform: Platform, word: string): PlatformFormat | null {
  return named(platform.formats, word);
}

/** The format whose past posts predict a deliverable; null when none does. */
export function formatPredicting(
  platforms: readonly Platform[],
  platform: string,
  deliverable: string,
): PlatformFormat | null {
  const kind = deliverablesOf(platforms, platform).find((candidate) => candidate.slug === deliverable);
  return platformOf(platforms, platform)?.formats.find((format) => format.slug === kind?.format) ?? null;
}

/** Whether a brief's word, "note" or "xiaohongshu/note", asks for this platform's deliverable. */
export function deliverableWanted(wanted: string, platform: string, deliverable: string): boolean {
  return wanted === deliverable || wanted === `${platform}/${deliverable}`;
}

// Slugs and names of all come before anybody's further words: "video" is the video, whoever else also claims the word.
function named<Row extends { slug: string; names: LocalNames; words: readonly string[] }>(
  rows: readonly Row[],
  word: string,
): Row | null {
  const wanted = spelling(word);
  const isCalled = (row: Row) =>
    [row.slug, ...Object.values(row.names)].some((name) => spelling(name) === wanted);
  const answersTo = (row: Row) => row.words.some((name) => spelling(name) === wanted);
  return rows.find(isCalled) ?? rows.find(answersTo) ?? null;
}
