import { foldText } from "../foldText.ts";

/** A handle as it is shown: one width, nothing invisible, no outer blanks, no "@". */
export function handleText(text: string): string {
  return foldText(text).trim().replace(/^@+/, "").trim();
}

/** A handle as it is compared; it is the account's key on its platform. */
export function handleKey(text: string): string {
  return handleText(text).toLowerCase();
}

const MOST_CHARACTERS = 200;

/** No platform allows line breaks in a handle or more than 100 characters; display names that stand in have fewer than 200. */
export function isHandle(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
  return text !== "" && text.length <= MOST_CHARACTERS && !/[\u0000-\u001f]/.test(text);
}
