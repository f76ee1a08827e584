import { z } from "zod";
import { type BriefForm, briefForm, briefListForm, briefRequest } from "#api/contract/briefs";
import { listBriefs } from "#app/listBriefs";
import { type OpenedBrief, openBrief } from "#app/openBrief";
import { saveBrief } from "#app/saveBrief";
import { dayOf } from "#core/period";
import type { HouseProvider, Server } from "./server.ts";

export function registerBriefs(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/briefs",
    { schema: { summary: "The newest version of every brief", response: { 200: briefListForm } } },
    async (request) => {
      const briefs = await listBriefs(await house(request));
      return {
        briefs: briefs.map(({ id, name, brandId, version, frozenAt }) => ({
          id,
          name,
          brandId,
          version,
          frozenOn: dayOrNull(frozenAt),
        })),
      };
    },
  );
  server.get(
    "/api/v1/briefs/:id",
    {
      schema: {
        summary: "A brief as it was written; ?version= for an earlier one",
        params: z.object({ id: z.string() }),
        querystring: z.object({ version: z.coerce.number().int().min(1).optional() }),
        response: { 200: briefForm },
      },
    },
    async (request) =>
      toForm(await openBrief(await house(request), request.params.id, request.query.version ?? null)),
  );
  server.post(
    "/api/v1/briefs",
    {
      schema: {
        summary: "Keeps a brief, with an id as its next version",
        body: briefRequest,
        response: { 200: briefForm },
      },
    },
    async (request) => toForm(await saveBrief(await house(request), { ...request.body, actor: "owner" })),
  );
}

function toForm({ id, version, brandId, document, frozenAt }: OpenedBrief): BriefForm {
  return { id, version, brandId, document: document as BriefForm["document"], frozenOn: dayOrNull(frozenAt) };
}

function dayOrNull(at: Date | null): string | null {
  return at === null ? null : dayOf(at.getTime());
}
