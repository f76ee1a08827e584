import { type PasteRows, pastePreview, pasteReport } from "#api/contract/pastes";
import { ask } from "./ask.ts";

export const previewPaste = (workspace: string, text: string, platform: string | null) =>
  ask("pastes/preview", pastePreview, { method: "POST", query: { workspace }, body: { text, platform } });

export const importPaste = (workspace: string, rows: PasteRows["rows"]) =>
  ask("pastes", pasteReport, { method: "POST", query: { workspace }, body: { rows } });
