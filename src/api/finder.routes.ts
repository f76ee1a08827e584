import { type FinderForm, finderForm, finderQuery } from "#api/contract/finder";
import { type Finder, finderOfBrief, finderOfTerms } from "#app/makeFinder";
import type { HouseProvider, Server } from "./server.ts";

/** Where to look for creators by hand: addresses for the reader to open, of which none is fetched. */
export function registerFinder(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/finder",
    {
      schema: {
        summary: "Searches to open by hand, of a brief or of topics and platforms",
        querystring: finderQuery,
        response: { 200: finderForm },
      },
    },
    async (request) => {
      const open = await house(request);
      const { brief, market = "CN", product = null, ...lists } = request.query;
      if (brief !== undefined) return toForm(await finderOfBrief(open, brief));
      const [topics, platforms, cities] = [lists.topics, lists.platforms, lists.cities].map(listOf);
      const terms = { market, product, tierPolicy: null };
      return toForm(
        await finderOfTerms(open, {
          ...terms,
          topics: topics ?? [],
          platforms: platforms ?? [],
          cities: cities ?? [],
        }),
      );
    },
  );
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function toForm({ name, sheet }: Finder): FinderForm {
  return { name, ...sheet };
}
