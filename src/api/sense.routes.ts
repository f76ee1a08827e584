import { senseForm, senseRequest } from "#api/contract/sense";
import { checkSense } from "#app/checkSense";
import { listAssumptions } from "#app/listAssumptions";
import { dayOf } from "#core/period";
import type { HouseProvider, Server } from "./server.ts";

export function registerSense(server: Server, house: HouseProvider): void {
  server.post(
    "/api/v1/sense",
    {
      schema: {
        summary: "Whether small creators make sense for a case; the answer may be no",
        body: senseRequest,
        response: { 200: senseForm },
      },
    },
    async (request) => {
      const open = await house(request);
      const { own } = await listAssumptions(open);
      return checkSense(request.body, dayOf(open.now().getTime()), own);
    },
  );
}
