import { z } from "zod";
import { brandAliasesForm, collaborationRequest, creatorFactsForm } from "#api/contract/creatorFacts";
import { nameBrand } from "#app/nameBrand";
import { openCreatorFacts } from "#app/openCreatorFacts";
import { recordCollaboration } from "#app/recordCollaboration";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

/** What people search creators by, of one creator. */
export function registerCreatorFacts(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/creators/:id/facts",
    {
      schema: {
        summary:
          "Brands worked with, professional level, depth on topics, mentions of our brands and whether a customer",
        params,
        querystring: z.object({ topic: z.string().trim().min(1).max(100).optional() }),
        response: { 200: creatorFactsForm },
      },
    },
    async (request) => openCreatorFacts(await house(request), request.params.id, request.query.topic ?? null),
  );
  server.post(
    "/api/v1/creators/:id/collaborations",
    {
      schema: {
        summary: "Records that an account worked with a brand",
        params,
        body: collaborationRequest,
        response: { 200: creatorFactsForm },
      },
    },
    async (request) => {
      const { id } = request.params;
      const open = await house(request);
      await recordCollaboration(open, { ...request.body, creatorId: id, actor: "owner" });
      return openCreatorFacts(open, id);
    },
  );
  server.put(
    "/api/v1/brands/:id/aliases",
    {
      schema: {
        summary: "Other names under which people write about a brand",
        params,
        body: brandAliasesForm,
        response: { 200: brandAliasesForm },
      },
    },
    async (request) => {
      const { aliases } = request.body;
      return {
        aliases: await nameBrand(await house(request), { id: request.params.id, aliases, actor: "owner" }),
      };
    },
  );
}
