import { z } from "zod";
import { creatorPricesForm } from "#api/contract/creatorPrices";
import { creatorForm, creatorListForm, creatorQuery } from "#api/contract/creators";
import { comparePrices } from "#app/comparePrices";
import { listCreators } from "#app/listCreators";
import { openCreator } from "#app/openCreator";
import type { HouseProvider, Server } from "./server.ts";

export function registerCreators(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/creators",
    {
      schema: {
        summary: "A page of the creators, the largest first",
        querystring: creatorQuery,
        response: { 200: creatorListForm },
      },
    },
    async (request) => {
      const { followersFrom = null, followersBelow = null, ...page } = request.query;
      return listCreators(await house(request), { ...page, followersFrom, followersBelow });
    },
  );
  server.get(
    "/api/v1/creators/:id",
    {
      schema: {
        summary: "A creator with every account, figure, price and share, each with its source",
        params: z.object({ id: z.string() }),
        response: { 200: creatorForm },
      },
    },
    async (request) => ({ creator: await openCreator(await house(request), request.params.id) }),
  );
  server.get(
    "/api/v1/creators/:id/prices",
    {
      schema: {
        summary: "What a creator asks against what peers ask, deliverable by deliverable",
        params: z.object({ id: z.string() }),
        response: { 200: creatorPricesForm },
      },
    },
    async (request) => ({ accounts: await comparePrices(await house(request), request.params.id) }),
  );
}
