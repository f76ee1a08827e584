import { pastePreview, pasteReport, pasteRequest, pasteRows } from "#api/contract/pastes";
import { importPaste } from "#app/importPaste";
import { previewPaste } from "#app/previewPaste";
import { say } from "#i18n/say";
import { noteForm } from "./noteForm.ts";
import type { HouseProvider, Server } from "./server.ts";

/** Creators without a file: a pasted block is read, looked at, and written when its reader says so. */
export function registerPastes(server: Server, house: HouseProvider): void {
  server.post(
    "/api/v1/pastes/preview",
    {
      schema: {
        summary: "See what a pasted block of addresses, handles or share texts says",
        body: pasteRequest,
        response: { 200: pastePreview },
      },
    },
    async (request) => previewPaste(await house(request), request.body.text, request.body.platform),
  );
  server.post(
    "/api/v1/pastes",
    {
      schema: {
        summary: "Import the rows of a paste",
        body: pasteRows,
        response: { 200: pasteReport },
      },
    },
    async (request) => {
      const { language, body } = request;
      const { rejects, notes, ...counts } = await importPaste(await house(request), body.rows, (rule) =>
        say(language, rule),
      );
      return {
        ...counts,
        rejects: rejects.map(({ rule, ...where }) => ({ ...where, rule: say(language, rule) })),
        notes: notes.map((note) => noteForm(note, language)),
      };
    },
  );
}
