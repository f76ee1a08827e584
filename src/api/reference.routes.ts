import { referenceForm } from "#api/contract/reference";
import { openReference } from "#app/openReference";
import type { HouseProvider, Server } from "./server.ts";

/** The tables behind the pages: platforms, tiers, topics, places, rates, starting briefs. */
export function registerReference(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/reference",
    {
      schema: {
        summary: "Platforms, tier policies, topics, places, rates and starting briefs",
        response: { 200: referenceForm },
      },
    },
    async (request) => {
      const { reference, templates, today } = await openReference(await house(request));
      const { topics, cities, ...tables } = reference;
      return { ...tables, topics: topics.topics, cities: cities.tables, templates, today };
    },
  );
}
