import { z } from "zod";
import { historyForm, undoneForm } from "#api/contract/history";
import { listHistory } from "#app/listHistory";
import { undoEvent } from "#app/undoEvent";
import type { HouseProvider, Server } from "./server.ts";

export function registerHistory(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/events",
    {
      schema: {
        summary: "What was done, newest first, and what of it can be undone",
        querystring: z.object({
          limit: z.coerce.number().int().min(1).max(200).default(50),
          before: z.string().optional(),
        }),
        response: { 200: historyForm },
      },
    },
    async (request) => {
      const { limit, before = null } = request.query;
      const entries = await listHistory(await house(request), { limit, beforeId: before });
      return { events: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })) };
    },
  );
  server.post(
    "/api/v1/events/:id/undo",
    {
      schema: {
        summary:
          "Undoes what an event did; undoing an undoing does it again. Refused where something leans on it",
        params: z.object({ id: z.string() }),
        response: { 200: undoneForm },
      },
    },
    async (request) => undoEvent(await house(request), request.params.id, "owner"),
  );
}
