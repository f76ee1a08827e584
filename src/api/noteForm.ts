import type { NoteForm } from "#api/contract/imports";
import { noteSaid, type TalliedNote } from "#core/catalog/import/noteTally";
import type { Language } from "#i18n/messages";
import { say } from "#i18n/say";

export function noteForm(note: TalliedNote, language: Language): NoteForm {
  return { ...note, rule: say(language, note.rule), says: say(language, noteSaid(note)) };
}
