import { assumptionsForm, assumptionsRequest } from "#api/contract/assumptions";
import { editAssumptions } from "#app/editAssumptions";
import type { House } from "#app/house";
import { listAssumptions } from "#app/listAssumptions";
import type { HouseProvider, Server } from "./server.ts";

export function registerAssumptions(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/assumptions",
    { schema: { summary: "The figures forecasts rest on", response: { 200: assumptionsForm } } },
    async (request) => listed(await house(request)),
  );
  server.put(
    "/api/v1/assumptions",
    {
      schema: {
        summary: "Changes figures of this workspace, all of the list or none",
        body: assumptionsRequest,
        response: { 200: assumptionsForm },
      },
    },
    async (request) => {
      const inHouse = await house(request);
      await editAssumptions(inHouse, request.body.assumptions, "owner");
      return listed(inHouse);
    },
  );
}

async function listed(house: House) {
  const { shipped, own } = await listAssumptions(house);
  return { shipped: [...shipped], own: [...own] };
}
