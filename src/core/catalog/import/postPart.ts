import type { IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { captionOf, hashtagsIn } from "../caption.ts";
import type { Post } from "../creator.ts";
import { formatNamed, type Platform, type PostCategories, platformOf } from "../platform.ts";
import { readDurationSeconds } from "./durationText.ts";
import { headerKey } from "./headerKey.ts";
import { readWords } from "./listText.ts";
import type { RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";
import { readUnmapped } from "./unmappedPart.ts";

/** Up to this length a platform with both forms shows a video as a short one. Our rule: exports rarely say. */
const SHORT_SECONDS_MAX = 60;

/** A permalink fits. */
const KEY_CHARACTERS = 500;

/** The post of a row. Without a key of its own the instant of posting is its key within the account. */
export function readPost(
  cells: RowCells,
  context: RowContext,
  platformSlug: string,
  day: IsoDate | null,
): Post | null {
  const platform = platformOf(context.reference.platforms, platformSlug);
  const postedAtMs = cells.pastInstant("postedAt", context.today);
  const key = cells.text("postKey");
  if (key !== null && key.length > KEY_CHARACTERS)
    cells.refuse(
      cells.bindings("postKey")[0],
      key,
      sentence("catalog.rule.postKey", { most: KEY_CHARACTERS }),
    );
  if (postedAtMs === null && cells.fault === null)
    cells.refuse(cells.bindings("postedAt")[0], "", sentence("catalog.rule.postedAt"));
  const caption = captionOf(cells.known("caption").map(({ text }) => text));
  const said = cells.known("tags").flatMap(({ text }) => readWords(text));
  const tags = said.length > 0 || caption === null ? said : hashtagsIn(caption);
  return {
    externalKey: key ?? `t${postedAtMs}`,
    format: readFormat(cells, platform),
    postedAtMs: postedAtMs ?? 0,
    observedOn: day ?? context.today,
    views: cells.count("views"),
    likes: cells.count("likes"),
    comments: cells.count("comments"),
    shares: cells.count("shares"),
    saves: cells.count("saves"),
    tags: [...tags, ...categoryTopics(cells, platform?.categories ?? null)],
    sponsored: readSponsored(cells),
    caption,
    extra: readUnmapped(cells, context),
  };
}

// The category stays among the rest of the row as it came; the topic that it names stands with the tags.
function categoryTopics(cells: RowCells, categories: PostCategories | null): readonly string[] {
  if (categories === null) return [];
  return cells.mapping.unmapped.flatMap(({ key, column }) => {
    if (headerKey(key) !== headerKey(categories.header)) return [];
    return categories.topics[cells.unmapped(column) ?? ""] ?? [];
  });
}

function readFormat(cells: RowCells, platform: Platform | null): string {
  const [cell] = cells.known("format");
  if (cell) {
    const word = cell.text.trim().toLowerCase();
    if (platform === null) return word.replace(/\s+/g, "-");
    const known = formatNamed(platform, word);
    if (known) return known.slug;
    cells.refuse(
      cell.binding,
      cell.text,
      sentence("catalog.rule.format", { allowed: platform.formats.map((format) => format.slug).join(" ") }),
    );
  }
  return formatByLength(cells, platform) ?? platform?.formats[0]?.slug ?? "post";
}

function formatByLength(cells: RowCells, platform: Platform | null): string | null {
  const [cell] = cells.known("duration");
  if (!cell) return null;
  const seconds = readDurationSeconds(cell.text);
  if (seconds === null) return cells.refuse(cell.binding, cell.text, sentence("catalog.rule.duration"));
  const has = (slug: string) => platform?.formats.some((format) => format.slug === slug) ?? false;
  // A length of nothing is a broadcast that has not ended.
  if (seconds === 0 && has("live")) return "live";
  return seconds <= SHORT_SECONDS_MAX && has("short") ? "short" : has("video") ? "video" : null;
}

function readSponsored(cells: RowCells): boolean | null {
  const [cell] = cells.known("sponsored");
  if (!cell) return null;
  const word = cell.text.trim().toLowerCase();
  if (/^(1|true|yes|y|是|广告|商单|paid|sponsored)$/.test(word)) return true;
  if (/^(0|false|no|n|否|organic)$/.test(word)) return false;
  return cells.refuse(cell.binding, cell.text, sentence("catalog.rule.yesNo"));
}
