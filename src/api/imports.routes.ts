import { z } from "zod";
import { importChoices, importPreview } from "#api/contract/imports";
import { keepUpload } from "#app/keepUpload";
import { previewUpload } from "#app/previewUpload";
import type { Mapping } from "#core/catalog/import/mapping";
import type { HouseProvider, Server } from "./server.ts";

const named = z.object({ name: z.string().min(1).max(300) });
const oneUpload = z.object({ id: z.string() });

/** Files in: the bytes, what they seem to be, and the import itself, watched while it runs. */
export function registerImports(server: Server, house: HouseProvider): void {
  server.post(
    "/api/v1/imports",
    {
      schema: {
        summary: "Send a file as it is and see what each column means",
        querystring: named,
        response: { 200: importPreview },
      },
    },
    async (request) => {
      const open = await house(request);
      const upload = await keepUpload(open, request.query.name, request.body as NodeJS.ReadableStream);
      return previewUpload(open, upload.id, {});
    },
  );
  server.post(
    "/api/v1/imports/:id/preview",
    { schema: { params: oneUpload, body: importChoices, response: { 200: importPreview } } },
    async (request) => previewUpload(await house(request), request.params.id, mappingOf(request.body)),
  );
}

function mappingOf(choices: z.infer<typeof importChoices>): Mapping {
  return {
    ...(choices.as === null ? {} : { as: choices.as }),
    ...(choices.platform === null ? {} : { platform: choices.platform }),
    columns: choices.columns,
  };
}
