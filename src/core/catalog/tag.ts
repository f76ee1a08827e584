import { foldText } from "./foldText.ts";

/** A tag as it is compared: one width, one case, single spaces. Empty where nothing is left. */
export function tagKey(text: string): string {
  return tagText(text).toLowerCase();
}

/** A tag as it is shown: "#" before it says no more than that it is one. */
export function tagText(text: string): string {
  return foldText(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^#+\s*/, "");
}
