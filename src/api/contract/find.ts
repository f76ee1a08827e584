import { z } from "zod";
import type { FigureOrigins } from "#core/catalog/discovery/figureOrigins";
import type { FindDocument } from "#core/catalog/discovery/find/findDocument";
import { FIND_PARAMS, type FindParams } from "#core/catalog/discovery/find/findParams";

/** GET /api/v1/creators: the parameters of a search (docs/methods/find.md), each once, several times or with commas between. */
export const findQuery = z
  .object({
    ...Object.fromEntries(
      FIND_PARAMS.map((name) => [name, z.union([z.string(), z.array(z.string())]).optional()]),
    ),
    workspace: z.string().optional(),
    /** The language of the answer. */
    lang: z.string().optional(),
    /** The last word of the query is still being typed. */
    typing: z.string().optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));

export const findForm = z.custom<FindDocument>(
  (value) => typeof value === "object" && value !== null && Array.isArray((value as FindDocument).results),
);

/** GET /api/v1/creators/figure-origins: of which accounts, with commas between; as many as a search shows at once. */
const ORIGINS_MOST = 200;
export const figureOriginsQuery = z.object({
  accounts: z.string().refine((text) => text.split(",").length <= ORIGINS_MOST, `at most ${ORIGINS_MOST}`),
  workspace: z.string().optional(),
});
export const figureOriginsForm = z.object({ origins: z.record(z.string(), z.custom<FigureOrigins>()) });

const BESIDE: readonly string[] = ["workspace", "lang", "typing"];

/** What belongs to the search itself. */
export function findParams(query: z.infer<typeof findQuery>): FindParams {
  return Object.fromEntries(
    Object.entries(query)
      .filter(([name, value]) => !BESIDE.includes(name) && value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value : [String(value)]]),
  );
}
