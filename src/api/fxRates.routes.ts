import { fxRateForm, fxRateRequest, fxRatesForm } from "#api/contract/fxRates";
import { editFxRate } from "#app/editFxRate";
import { houseReference } from "#app/houseReference";
import type { HouseProvider, Server } from "./server.ts";

export function registerFxRates(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/fx-rates",
    { schema: { summary: "The dated table of exchange rates", response: { 200: fxRatesForm } } },
    async (request) => ({ rates: [...(await houseReference(await house(request))).fx] }),
  );
  server.put(
    "/api/v1/fx-rates",
    {
      schema: {
        summary: "Enters or corrects the rate of a pair and day",
        body: fxRateRequest,
        response: { 200: fxRateForm },
      },
    },
    async (request) => editFxRate(await house(request), request.body, "owner"),
  );
}
