import { z } from "zod";
import { creatorPricesForm } from "#api/contract/creatorPrices";
import { creatorForm } from "#api/contract/creators";
import { figureOriginsForm, figureOriginsQuery, findForm, findParams, findQuery } from "#api/contract/find";
import { comparePrices } from "#app/comparePrices";
import { findCreators } from "#app/findCreators";
import { openCreator } from "#app/openCreator";
import { openFigureOrigins } from "#app/openFigureOrigins";
import { SearchIndexes } from "#app/searchIndexes";
import { registerSearches } from "./searches.routes.ts";
import type { HouseProvider, Server } from "./server.ts";
import { wordsInScript } from "./wordsInScript.ts";

export function registerCreators(server: Server, house: HouseProvider): void {
  const indexes = new SearchIndexes();
  server.addHook("onClose", () => indexes.close());
  // Whoever opens any page of a workspace may search it next.
  const opened = new Set<string>();
  server.addHook("onResponse", async (request, { statusCode }) => {
    if (statusCode !== 200 || !request.url.startsWith("/api/") || opened.has(request.workspace)) return;
    opened.add(request.workspace);
    await indexes.prepare(await house(request));
  });
  registerSearches(server, house, indexes);
  server.get(
    "/api/v1/creators",
    {
      schema: {
        summary: "Find creators: counts, facets and a page of those who answer to a search",
        querystring: findQuery,
        response: { 200: findForm },
      },
    },
    async (request) => {
      const isTyping = request.query.typing !== undefined;
      const asked = findParams(request.query);
      return wordsInScript(
        request.language,
        await findCreators(await house(request), indexes, asked, { isTyping }),
      );
    },
  );
  server.get(
    "/api/v1/creators/figure-origins",
    {
      schema: {
        summary: "Where the figures of found accounts come from: how known, by whom, on which day, how made",
        querystring: figureOriginsQuery,
        response: { 200: figureOriginsForm },
      },
    },
    async (request) => ({
      origins: await openFigureOrigins(await house(request), request.query.accounts.split(",")),
    }),
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
