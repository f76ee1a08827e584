import { z } from "zod";
import { findForm } from "#api/contract/find";
import { searchesForm, searchForm, searchIdForm, searchRequest, seenRequest } from "#api/contract/searches";
import { findCreators } from "#app/findCreators";
import { listSavedSearches } from "#app/listSavedSearches";
import { openSavedSearch } from "#app/openSavedSearch";
import { removeSavedSearch } from "#app/removeSavedSearch";
import { saveSearch } from "#app/saveSearch";
import type { SearchIndexes } from "#app/searchIndexes";
import { seeSavedSearch } from "#app/seeSavedSearch";
import type { HouseProvider, Server } from "./server.ts";
import { wordsInScript } from "./wordsInScript.ts";

const params = z.object({ id: z.string() });
const page = z.object({ limit: z.string().optional(), after: z.string().optional() });

/** Saved searches ask the same indexes as the search itself. */
export function registerSearches(server: Server, house: HouseProvider, indexes: SearchIndexes): void {
  server.get(
    "/api/v1/searches",
    {
      schema: {
        summary: "Every saved search, with how many who answer now did not when it was last looked at",
        response: { 200: searchesForm },
      },
    },
    async (request) => ({ searches: await listSavedSearches(await house(request), indexes) }),
  );
  server.put(
    "/api/v1/searches",
    {
      schema: {
        summary: "Saves a search, renames one or changes what it asks",
        body: searchRequest,
        response: { 200: searchForm },
      },
    },
    async (request) => saveSearch(await house(request), indexes, { ...request.body, actor: "owner" }),
  );
  server.get(
    "/api/v1/searches/:id/new",
    {
      schema: {
        summary: "Who answers to a saved search now and did not when it was last looked at",
        params,
        querystring: page,
        response: { 200: findForm },
      },
    },
    async (request) => {
      const { limit = "", after = "" } = request.query;
      const onlyNew = { "only-new": ["true"], limit: [limit], after: [after] };
      const of = await house(request);
      const asked = await openSavedSearch(of, request.params.id, onlyNew);
      return wordsInScript(request.language, await findCreators(of, indexes, asked));
    },
  );
  server.post(
    "/api/v1/searches/:id/seen",
    {
      schema: {
        summary: "Says that everybody who answers to a saved search now was looked at",
        params,
        body: seenRequest,
        response: { 200: searchIdForm },
      },
    },
    async (request) => {
      const { id } = request.params;
      await seeSavedSearch(await house(request), indexes, { id, ...request.body, actor: "owner" });
      return { id };
    },
  );
  server.delete(
    "/api/v1/searches/:id",
    {
      schema: {
        summary: "Takes a saved search away; whom it found stays",
        params,
        response: { 200: searchIdForm },
      },
    },
    async (request) => {
      const { id } = request.params;
      await removeSavedSearch(await house(request), { id, actor: "owner" });
      return { id };
    },
  );
}
