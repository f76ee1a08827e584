import { z } from "zod";
import {
  type EvidenceRow,
  evidenceListForm,
  evidenceRequest,
  evidenceRow,
  keptFileForm,
} from "#api/contract/evidence";
import { attachEvidence } from "#app/attachEvidence";
import { keepEvidenceFile, openEvidenceFile } from "#app/evidenceFiles";
import { listEvidence } from "#app/listEvidence";
import { findEvidence, removeEvidence } from "#app/removeEvidence";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

/** Media kits and screenshots: kept, shown back as downloads, taken back and put back. */
export function registerEvidence(server: Server, house: HouseProvider): void {
  server.post(
    "/api/v1/evidence-files",
    { schema: { summary: "Keep a PDF, PNG, JPEG or WebP by its SHA-256", response: { 200: keptFileForm } } },
    async (request) => keepEvidenceFile(await house(request), request.body as NodeJS.ReadableStream),
  );
  server.get(
    "/api/v1/creators/:id/evidence",
    { schema: { summary: "The evidence of a creator", params, response: { 200: evidenceListForm } } },
    async (request) => ({
      evidence: (await listEvidence(await house(request), request.params.id)).map(toRow),
    }),
  );
  server.post(
    "/api/v1/creators/:id/evidence",
    {
      schema: {
        summary: "Attach a kept file to an account, with the figures typed beside it",
        params,
        body: evidenceRequest,
        response: { 200: evidenceRow },
      },
    },
    async (request) =>
      toRow(await attachEvidence(await house(request), { ...request.body, creatorId: request.params.id })),
  );
  for (const [path, verb] of [
    ["remove", "removed"],
    ["restore", "restored"],
  ] as const)
    server.post(
      `/api/v1/evidence/:id/${path}`,
      { schema: { summary: `${path} evidence and its figures`, params, response: { 200: evidenceRow } } },
      async (request) => toRow(await removeEvidence(await house(request), request.params.id, verb)),
    );
  server.get(
    "/api/v1/evidence/:id/file",
    { schema: { summary: "The file itself, to download", params } },
    async (request, reply) => {
      const open = await house(request);
      const { fileName, fileSha256, mediaType } = await findEvidence(open, request.params.id);
      // Somebody else's file: a download, and where a browser shows it all the same, without scripts, forms or our origin.
      return reply
        .header("content-type", mediaType)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
        .header("content-security-policy", "sandbox; default-src 'none'")
        .send(await openEvidenceFile(open, fileSha256));
    },
  );
}

function toRow(record: Awaited<ReturnType<typeof findEvidence>>): EvidenceRow {
  const { id, accountId, fileName, mediaType, bytes, method, observedOn, removedAt } = record;
  return { id, accountId, fileName, mediaType, bytes, method, observedOn, isRemoved: removedAt !== null };
}
