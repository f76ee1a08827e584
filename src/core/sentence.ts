import type { LocalNames } from "./localNames.ts";
import type { Money } from "./money.ts";

/** What a sentence may be filled with: plain values and lists of words, money, names that the data give, further sentences. */
export type SentenceValue =
  | string
  | number
  | boolean
  | null
  | Money
  | LocalNames
  | readonly string[]
  | readonly LocalNames[]
  | readonly Sentence[];

/** A sentence as data: core says which one and with what, `#i18n/say` says it in a language. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

export function sentence(key: string, values: Readonly<Record<string, SentenceValue>> = {}): Sentence {
  return { key, values };
}
