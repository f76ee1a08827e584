import { z } from "zod";
import { duplicatesForm } from "#api/contract/duplicates";
import { suggestDuplicates } from "#app/suggestDuplicates";
import type { HouseProvider, Server } from "./server.ts";

export function registerDuplicates(server: Server, house: HouseProvider): void {
  const response = { 200: duplicatesForm };
  server.get(
    "/api/v1/duplicates",
    { schema: { summary: "Creators who are probably one, with what they share", response } },
    async (request) => ({ pairs: await suggestDuplicates(await house(request), null) }),
  );
  server.get(
    "/api/v1/creators/:id/duplicates",
    {
      schema: {
        summary: "Who is probably this creator too, with what they share",
        params: z.object({ id: z.string() }),
        response,
      },
    },
    async (request) => ({ pairs: await suggestDuplicates(await house(request), request.params.id) }),
  );
}
