import { sentence } from "#core/sentence";
import { handleKey } from "../import/handle.ts";
import { accountsIn, type Found, type LineContext } from "./accountsIn.ts";
import { FollowersReader } from "./followersText.ts";
import { OfferReader } from "./offerText.ts";
import type { PastedLine } from "./pastedLine.ts";
import type { PasteForms } from "./pasteForms.ts";
import { plainLine } from "./plainLine.ts";
import { segmentsOf } from "./segments.ts";

/** Lines that belong together, as they came. */
export interface Entry {
  readonly line: number;
  readonly text: string;
}

/** A line of which nothing is known. */
export const NOTHING: Omit<PastedLine, "line" | "text" | "is"> = {
  account: null,
  site: null,
  followers: null,
  rough: false,
  offers: [],
  notes: [],
  sameAs: null,
};

/** Reads one line, or several that belong together; made once a block. */
export class LineReader {
  readonly #forms: PasteForms;
  readonly #followers: FollowersReader;
  readonly #offers = new Map<string, OfferReader>();

  constructor(forms: PasteForms) {
    this.#forms = forms;
    this.#followers = new FollowersReader(forms);
  }

  read({ line, text }: Entry, context: LineContext): PastedLine[] {
    const plain = plainLine(text);
    const found = accountsIn(plain, this.#forms, context);
    const [first] = found;
    if (first === undefined)
      return [{ ...NOTHING, line, text, is: "nothing", notes: [sentence("paste.is.nothing")] }];
    if (first.account === null) {
      const notes = [sentence(`paste.is.${first.is}`, { platform: first.site ?? "" })];
      return [{ ...NOTHING, line, text, is: first.is, site: first.site, notes }];
    }
    return found.map((each, i) => {
      const from = i === 0 ? 0 : each.start;
      const to = found[i + 1]?.start ?? plain.length;
      const own =
        plain.slice(from, each.start) + "\t".repeat(each.end - each.start) + plain.slice(each.end, to);
      return { ...this.#figures(own, each), line, text };
    });
  }

  /** The platform that a line names and nothing else: what stands under it is of that platform. */
  headingOf(text: string): string | null {
    const plain = plainLine(text)
      .replace(/[:#=\-–—\s]+$/u, "")
      .replace(/^#+\s*/, "");
    const [word, ...more] = this.#forms.platformWordsIn(plain);
    if (!word || more.some(({ platform }) => platform !== word.platform)) return null;
    const last = more.at(-1) ?? word;
    const around = plain.slice(0, word.start) + plain.slice(last.end);
    const isHeading =
      /^\s*(?:creators?|accounts?|influencers?|kols?|kocs?|博主|达人|達人|网红|網紅|账号|list|名单|handles?)?\s*$/iu;
    return isHeading.test(around) ? word.platform : null;
  }

  /** Whether a line holds only what belongs to the account above it. */
  isFigures(text: string): boolean {
    const plain = plainLine(text);
    const isShort = segmentsOf(plain).length <= 3 && plain.length <= 60;
    return (
      isShort &&
      /\d/.test(plain) &&
      (this.#followers.read(plain) !== null || /[€$¥£]|EUR|USD|CNY|元/.test(plain))
    );
  }

  opens(text: string): boolean {
    return has(text, this.#forms.data.opens);
  }

  closes(text: string): boolean {
    return has(text, this.#forms.data.closes);
  }

  #offersOf(platform: string): OfferReader {
    const known = this.#offers.get(platform) ?? new OfferReader(platform, this.#forms.platforms);
    this.#offers.set(platform, known);
    return known;
  }

  #figures(own: string, { is, account, site }: Found): Omit<PastedLine, "line" | "text"> {
    const platform = account?.platform ?? null;
    const { offers, unclear } =
      platform === null ? { offers: [], unclear: [] } : this.#offersOf(platform).read(own);
    const words = this.#forms.platformWordsIn(own);
    const withoutWords = words.reduce(
      (text, { start, end }) => `${text.slice(0, start)}${"\t".repeat(end - start)}${text.slice(end)}`,
      own,
    );
    const withoutMoney = [...offers.map(({ price }) => price), ...unclear].reduce(
      (text, price) => text.replace(price, "\t"),
      withoutWords,
    );
    const followers = this.#followers.read(withoutMoney);
    const notes = [
      ...(is === "platform" ? [sentence("paste.is.platform")] : []),
      ...unclear.map((price) => sentence("paste.unclearPrice", { price })),
    ];
    return {
      ...NOTHING,
      is,
      account: account && {
        ...account,
        displayName: account.displayName ?? nameBefore(withoutWords, account.handle),
      },
      site,
      followers: followers?.value ?? null,
      rough: followers?.rough ?? false,
      offers,
      notes,
    };
  }
}

// "Anna, IG @x": the first part, when it is a name and nothing else.
function nameBefore(own: string, handle: string | null): string | null {
  const [head = "", ...more] = own.split(/\t|,|;|\|| [-–—] |\(/u);
  const name = head.trim();
  const isName = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3}$/u.test(name);
  return more.length > 0 && isName && name.length <= 40 && handleKey(name) !== handleKey(handle ?? "")
    ? name
    : null;
}

function has(text: string, words: readonly string[]): boolean {
  const folded = text.toLowerCase();
  return words.some((word) => folded.includes(word));
}
