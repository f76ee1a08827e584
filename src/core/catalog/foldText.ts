// Zero-width marks, soft hyphens and marks of writing direction: copied along, never typed. The joiner inside emoji stays.
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** A text as it is read: full-width forms folded, without characters that nobody sees. */
export function foldText(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "");
}
