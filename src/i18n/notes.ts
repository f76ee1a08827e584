import type { Language } from "./messages.ts";
import zhCn from "./zh-CN/notes.json" with { type: "json" };
import zhTw from "./zh-TW/notes.json" with { type: "json" };

/** By the English text that stands in the data: a note is free prose with full stops and colons, no key. */
export const NOTES: Readonly<Record<Exclude<Language, "en">, Readonly<Record<string, string>>>> = {
  "zh-CN": zhCn,
  "zh-TW": zhTw,
};

/** A note of shipped data in the reader's language; one that a user wrote, or a citation, as it stands. */
export function sayNote(language: Language, note: string): string {
  return language === "en" ? note : (NOTES[language][note] ?? note);
}
