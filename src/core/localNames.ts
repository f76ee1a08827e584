/** What something is called in each language of the product. */
export interface LocalNames {
  readonly en: string;
  readonly "zh-CN": string;
  readonly "zh-TW": string;
}

/** For what the data have no name: it is called as it was written. */
export function unnamed(word: string): LocalNames {
  return { en: word, "zh-CN": word, "zh-TW": word };
}

/** One spelling of a word for comparison: full-width forms folded, case and outer blanks dropped. */
export function spelling(word: string): string {
  return word.normalize("NFKC").trim().toLowerCase();
}
