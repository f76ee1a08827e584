import { z } from "zod";
import { workspacesForm } from "#api/contract/workspaces";
import { listWorkspaces } from "#app/listWorkspaces";
import type { HouseProvider, Server } from "./server.ts";

/** Whether Chorale is there, and what it holds. */
export function registerStatus(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/status",
    {
      schema: {
        summary: "Whether Chorale is there",
        response: { 200: z.object({ name: z.literal("chorale") }) },
      },
    },
    async () => ({ name: "chorale" as const }),
  );
  server.get(
    "/api/v1/workspaces",
    {
      schema: {
        summary: "The workspaces; a demo market is never mixed with real creators",
        response: { 200: workspacesForm },
      },
    },
    async (request) => listWorkspaces(await house(request)),
  );
}
