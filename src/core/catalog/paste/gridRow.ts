import { sentence } from "#core/sentence";
import { FollowersReader } from "./followersText.ts";
import { type Offer, OfferReader } from "./offerText.ts";
import type { PastedAccount, PastedLine } from "./pastedLine.ts";
import type { PastedRow } from "./pastedRow.ts";
import type { PasteForms } from "./pasteForms.ts";
import { readPaste } from "./readPaste.ts";

/** A row of the grid as it was typed: nothing of it is read yet. */
export interface GridRow {
  readonly line: number;
  /** The line it came from. */
  readonly text: string;
  readonly platform: string;
  /** A handle; or what somebody pasted over it, such as an address. */
  readonly account: string;
  /** Which of the account's names `account` was read as. */
  readonly kind: "handle" | "externalId" | "displayName";
  readonly name: string;
  readonly followers: string;
  /** "300 EUR reel; 900 EUR video" */
  readonly prices: string;
}

/** Reads what was typed into a grid; the cell that cannot be read refuses its row. */
export class GridReader {
  readonly #forms: PasteForms;
  readonly #followers: FollowersReader;
  readonly #offers = new Map<string, OfferReader>();

  constructor(forms: PasteForms) {
    this.#forms = forms;
    this.#followers = new FollowersReader(forms);
  }

  read(row: GridRow): PastedRow {
    const { line, text } = row;
    const read = /[/@.]/.test(row.account) ? this.#reading(row) : null;
    const account = this.#accountOf(row, read);
    const followers = this.#followers.readCell(row.followers);
    const { offers, unclear } = this.#offersOf(row.prices, account.platform ?? "");
    const noAccount = read !== null && ["short", "post", "collection", "page", "unknown"].includes(read.is);
    const fault = noAccount
      ? { column: "handle", value: row.account, rule: sentence(`paste.is.${read.is}`) }
      : account.platform === null
        ? { column: "platform", value: row.account, rule: sentence("paste.is.platform") }
        : unclear === null
          ? null
          : { column: "price", value: unclear, rule: sentence("paste.unclearPrice", { price: unclear }) };
    return {
      ...{ line, text, account, offers, fault, notes: [] },
      // What is no count stays as it is, so that the rule of counts names it.
      followers: followers === null ? row.followers.trim() : String(followers.value),
      rough: followers?.rough ?? false,
    };
  }

  #reading({ account, platform }: GridRow): PastedLine | null {
    const [read, ...more] = readPaste(account, this.#forms, platform === "" ? null : platform);
    return more.length === 0 ? (read ?? null) : null;
  }

  // An address says its platform itself, whatever was chosen; a name as it was read stays one.
  #accountOf({ platform, account, kind, name }: GridRow, read: PastedLine | null): PastedAccount {
    const typed = account.trim();
    const displayName = name.trim() === "" ? null : name.trim();
    if (kind === "handle" && read?.is === "account" && read.account)
      return { ...read.account, displayName: read.account.displayName ?? displayName };
    const known = {
      platform: platform === "" ? null : platform,
      ...{ handle: null, externalId: null, displayName },
    };
    return typed === "" ? known : { ...known, [kind]: typed };
  }

  #offersOf(
    text: string,
    platform: string,
  ): { readonly offers: readonly Offer[]; readonly unclear: string | null } {
    const reader = this.#offers.get(platform) ?? new OfferReader(platform, this.#forms.platforms);
    this.#offers.set(platform, reader);
    const offers: Offer[] = [];
    for (const part of text.split(/[;\n；]/).filter((piece) => piece.trim() !== "")) {
      const read = reader.read(part.normalize("NFKC"));
      if (read.offers.length === 0 || read.unclear.length > 0) return { offers: [], unclear: part.trim() };
      offers.push(...read.offers);
    }
    return { offers, unclear: null };
  }
}
