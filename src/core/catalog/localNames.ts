/** What something is called in each language of the product. */
export interface LocalNames {
  readonly en: string;
  readonly "zh-CN": string;
  readonly "zh-TW": string;
}

/** One spelling of a word for comparison: full-width forms folded, case and outer blanks dropped. */
export function spelling(word: string): string {
  return word.normalize("NFKC").trim().toLowerCase();
}
