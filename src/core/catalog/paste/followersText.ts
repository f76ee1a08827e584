import { readCount } from "../import/numberText.ts";
import { anyOf, type PasteForms } from "./pasteForms.ts";
import { segmentsOf } from "./segments.ts";

export interface FollowersRead {
  readonly value: number;
  /** Written as "about": an estimate, not a count. */
  readonly rough: boolean;
}

const NUMBER =
  "(?<!\\d|\\d[.,])\\d(?:[\\d.,' ]*\\d)?\\s*(?:百万|百萬|mio|mn|bn|[kmbw千万萬亿億])?(?![a-z])\\+?";
/** A number that nobody names counts as followers only from here on; below it is a place in a list or a count of posts. */
const UNNAMED_LEAST = 100;

/** Finds the followers that a text names; made once for the shipped words. */
export class FollowersReader {
  readonly #patterns: readonly RegExp[];
  readonly #other: RegExp;
  readonly #alone: RegExp;
  readonly #brackets: RegExp;

  constructor(forms: PasteForms) {
    const { followers, otherFigures, rough } = forms.data;
    const about = `(?<rough>${anyOf(rough)})?\\s*`;
    const number = `(?<number>${NUMBER})`;
    const latin = anyOf(followers.latin, "(?<![a-z])", "(?![a-z])");
    const han = anyOf(followers.han);
    // "1.2万粉丝" before "粉丝 1.2万" before "1.2万 粉丝": in "获赞 20万 粉丝 1.2万" the blank divides.
    this.#patterns = [
      `${about}${number}${han}`,
      `${han}\\s*[:=]?\\s*\\(?\\s*${about}${number}`,
      `${about}${number}\\s*${latin}`,
      `${latin}\\s*[:=]\\s*${about}${number}`,
      `${about}${number}\\s+${han}`,
    ].map((pattern) => new RegExp(pattern, "iu"));
    this.#other = new RegExp(
      `${anyOf(otherFigures)}\\s*[:=]?\\s*${NUMBER}|${NUMBER}\\s*${anyOf(otherFigures)}(?![a-z])`,
      "giu",
    );
    this.#alone = new RegExp(`^\\s*${about}${number}\\s*$`, "iu");
    this.#brackets = new RegExp(`[(\\[]\\s*${about}${number}\\s*[)\\]]`, "iu");
  }

  /** The followers that a text names; null when it names none, or when two numbers could be them. */
  read(text: string): FollowersRead | null {
    for (const pattern of this.#patterns) {
      const found = followersOf(pattern.exec(text));
      if (found) return found;
    }
    const rest = text.replace(this.#other, " ");
    const alone = segmentsOf(rest).flatMap((segment) => followersOf(this.#alone.exec(segment)) ?? []);
    const unnamed = [...alone, followersOf(this.#brackets.exec(rest))].filter(
      (found) => found !== null && found.value >= UNNAMED_LEAST,
    );
    return new Set(unnamed.map((found) => found?.value)).size === 1 ? (unnamed[0] ?? null) : null;
  }

  /** A cell of a grid: a count, or "about" one. */
  readCell(text: string): FollowersRead | null {
    return followersOf(this.#alone.exec(text.normalize("NFKC")));
  }
}

function followersOf(match: RegExpExecArray | null): FollowersRead | null {
  const value = readCount((match?.groups?.["number"] ?? "").replace(/\s+(?=\D*$)/, ""));
  return value === null ? null : { value, rough: match?.groups?.["rough"] !== undefined };
}
