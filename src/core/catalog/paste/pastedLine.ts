import type { Sentence } from "#core/sentence";
import type { Offer } from "./offerText.ts";

/** Whose line it is, or why nobody can tell: a platform that must be said, an address without a name in it, no list at all. */
export type PastedIs =
  | "account"
  | "platform"
  | "post"
  | "short"
  | "collection"
  | "page"
  | "unknown"
  | "heading"
  | "nothing";

/** An account as a line names it, by one of the three. */
export interface PastedAccount {
  /** Null: the line does not say it and nobody chose it. */
  readonly platform: string | null;
  readonly handle: string | null;
  readonly externalId: string | null;
  readonly displayName: string | null;
}

/** What was understood of one line, or of several that belong together; nothing of it is written yet. */
export interface PastedLine {
  /** The first of its lines, from 1. */
  readonly line: number;
  readonly text: string;
  readonly is: PastedIs;
  /** Known of "account" and "platform". */
  readonly account: PastedAccount | null;
  /** The platform of an address without an account. */
  readonly site: string | null;
  readonly followers: number | null;
  /** Whether the line says "about": then the followers are an estimate. */
  readonly rough: boolean;
  readonly offers: readonly Offer[];
  /** Why it is no account yet, or what of it was left out. */
  readonly notes: readonly Sentence[];
  /** The line that names the same account before. */
  readonly sameAs: number | null;
}
