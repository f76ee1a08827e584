import { ageKey } from "./ageKey.ts";
import type { Field, ImportKind } from "./field.ts";
import { headerKey, splitNote } from "./headerKey.ts";
import { HEADER_WORDS } from "./headerWords.ts";

// Columns that a rejects file adds; a corrected one is imported without them.
const PASSED_OVER = new Set(["rejectline", "rejectcolumn", "rejectvalue", "rejectrule"]);
const AGE = /^(?:粉丝|粉絲|受众|audience|followers?)?[\s_]*(?:年龄|年齡|ages?)[\s_:]*(.+)$/i;
const AUDIENCE = /^audience[\s_](country|region|city|interest|language)[\s_:](.+)$/i;

const byKind = new Map<ImportKind, ReadonlyMap<string, Field>>();

/** The field a header means in a file of a kind; null when none is known. */
export function fieldOfHeader(header: string, kind: ImportKind): Field | null {
  const words = wordsOf(kind);
  const whole = headerKey(header);
  if (PASSED_OVER.has(whole)) return null;
  const { name } = splitNote(header);
  return words.get(whole) ?? words.get(headerKey(name)) ?? composedField(name);
}

function composedField(name: string): Field | null {
  const age = ageKey(AGE.exec(name)?.[1] ?? name);
  if (age !== null) return `audience.age.${age}`;
  const [, dimension = "", key = ""] = AUDIENCE.exec(name) ?? [];
  return key === "" ? null : (`audience.${dimension.toLowerCase()}.${key.trim()}` as Field);
}

function wordsOf(kind: ImportKind): ReadonlyMap<string, Field> {
  const known = byKind.get(kind);
  if (known) return known;
  const words = new Map<string, Field>();
  for (const entry of HEADER_WORDS) {
    if (entry.of && !entry.of.includes(kind)) continue;
    for (const word of entry.words) if (!words.has(headerKey(word))) words.set(headerKey(word), entry.field);
  }
  byKind.set(kind, words);
  return words;
}
