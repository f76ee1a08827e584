import type { Words } from "../words/words.tsx";

/** An assumption's name in the reader's language; one without a name yet is shown by its key, word by word. */
export function sayAssumption(words: Words, key: string): string {
  const name = words.say({ key: `assumption.${key}.name`, values: {} });
  if (!name.startsWith("assumption.")) return name;
  return key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[.-]/g, " ")
    .toLowerCase();
}
