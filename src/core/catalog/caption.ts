import { foldText } from "./foldText.ts";

/** What is kept of a post's text. Instagram allows 2,200 characters and Xiaohongshu 1,000; of a longer text it is the start. */
export const CAPTION_CHARACTERS = 2200;

const HAN = /\p{Script=Han}/u;
const TAG = /^[\p{L}\p{M}\p{N}_·・]+/u;
const DIGITS = /^\p{N}+$/u;
/** What Xiaohongshu writes into a topic that is copied along: #咖啡[话题]#. */
const MARK = /\[[^\][\s#]{1,10}\](?=#)/gu;

/** Title and text of a post as one caption, at most CAPTION_CHARACTERS long; null when nothing is known. */
export function captionOf(parts: readonly string[]): string | null {
  const said = [...new Set(parts.map((part) => part.trim()))];
  // Where a platform has no title, exports repeat the start of the text as one.
  const once = said.filter((text) => !said.some((other) => other !== text && other.startsWith(text)));
  const caption = [...once.join("\n")].slice(0, CAPTION_CHARACTERS).join("").trim();
  return caption === "" ? null : caption;
}

/** The hashtags of a text in the three ways they are written: #tag, #话题# and #话题[话题]#, in order, without repeats. */
export function hashtagsIn(text: string): string[] {
  const tags = foldText(text)
    .split(/\s+/u)
    .filter((run) => run.includes("#") && !run.includes("://"))
    .flatMap(tagsOfRun);
  return [...new Set(tags)];
}

// Signs come in pairs where topics are closed by one, and a Chinese text may follow without a blank; else each opens a tag.
function tagsOfRun(run: string): string[] {
  const [before = "", ...parts] = run.replace(MARK, "").split("#");
  const isClosed = parts.length % 2 === 0 && (HAN.test(run) || parts.at(-1) === "");
  if (isClosed) return parts.filter((tag, i) => i % 2 === 0 && tag !== "" && !DIGITS.test(tag));
  // In room#12 and F# the sign belongs to the word before it.
  const tags = parts.map((part) => TAG.exec(part)?.[0] ?? "");
  return (/[A-Za-z\d]$/.test(before) ? tags.slice(1) : tags).filter((tag) => tag !== "" && !DIGITS.test(tag));
}
