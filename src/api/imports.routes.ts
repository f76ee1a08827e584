import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import {
  type ImportChoices,
  type ImportState,
  importChoices,
  importPreview,
  importState,
} from "#api/contract/imports";
import { type ImportRun, ImportRuns } from "#app/importRuns";
import { keepUpload } from "#app/keepUpload";
import { makeTemplate } from "#app/makeTemplate";
import { previewUpload } from "#app/previewUpload";
import type { Mapping } from "#core/catalog/import/mapping";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Language } from "#i18n/messages";
import { say } from "#i18n/say";
import { named } from "./named.ts";
import { noteForm } from "./noteForm.ts";
import type { HouseProvider, Server } from "./server.ts";

const nameQuery = z.object({ name: z.string().min(1).max(300) });
const params = z.object({ id: z.string() });

/** Files in: the bytes, what they seem to be, and the import itself, watched while it runs. */
export function registerImports(server: Server, house: HouseProvider): void {
  const runs = new ImportRuns();
  server.post(
    "/api/v1/imports",
    {
      schema: {
        summary: "Send a file as it is and see what each column means",
        querystring: nameQuery,
        response: { 200: importPreview },
      },
    },
    async (request) => {
      const open = await house(request);
      const upload = await keepUpload(open, request.query.name, request.body as NodeJS.ReadableStream);
      return named(() => previewUpload(open, upload.id, {}));
    },
  );
  server.get(
    "/api/v1/imports/template.xlsx",
    { schema: { summary: "An XLSX to fill in with creators, in the language of the request" } },
    async ({ language }, reply) =>
      reply
        .header("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("content-disposition", `attachment; filename="chorale-creators-${language}.xlsx"`)
        .send(await makeTemplate(language, (words) => say(language, words))),
  );
  server.post(
    "/api/v1/imports/:id/preview",
    {
      schema: {
        summary: "The same with what the reader settled",
        params,
        body: importChoices,
        response: { 200: importPreview },
      },
    },
    async (request) => {
      const open = await house(request);
      return named(() => previewUpload(open, request.params.id, mappingOf(request.body)));
    },
  );
  server.post(
    "/api/v1/imports/:id/start",
    {
      schema: {
        summary: "Import it; watch it with GET",
        params,
        body: importChoices,
        response: { 200: importState },
      },
    },
    async (request) => {
      const { language, body } = request;
      const run = await runs.start(await house(request), request.params.id, {
        mapping: mappingOf(body),
        say: (rule) => say(language, rule),
      });
      return toState(run, language);
    },
  );
  server.get(
    "/api/v1/imports/:id",
    { schema: { summary: "How far an import is", params, response: { 200: importState } } },
    async (request) => toState(runs.find(await house(request), request.params.id), request.language),
  );
  server.get(
    "/api/v1/imports/:id/rejects",
    { schema: { summary: "The rejected rows, to correct and import again", params } },
    async (request, reply) => {
      const { report } = runs.find(await house(request), request.params.id);
      const file = report?.rejectsFile;
      if (!file) throw new ChoraleError("not-found", sentence("server.upload.noRejects"), "id");
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`)
        .send(createReadStream(file));
    },
  );
}

function mappingOf(choices: ImportChoices): Mapping {
  return {
    ...(choices.as === null ? {} : { as: choices.as }),
    ...(choices.platform === null ? {} : { platform: choices.platform }),
    ...(choices.currency === null ? {} : { currency: choices.currency }),
    columns: choices.columns,
  };
}

function toState({ share, rows, report, error }: ImportRun, language: Language): ImportState {
  return {
    state: error ? "failed" : report ? "done" : "running",
    share,
    rows,
    report: report && {
      rows: report.rows,
      accepted: report.accepted,
      rejected: report.rejected,
      unchanged: report.unchanged,
      matched: report.matched ?? null,
      notes: report.notes.map((note) => noteForm(note, language)),
      rejects: report.rejects.map(({ line, column, value, rule }) => ({
        ...{ line, column, value },
        rule: say(language, rule),
      })),
    },
    error: error && { message: say(language, error.sentence), at: error.at && basename(error.at) },
  };
}
