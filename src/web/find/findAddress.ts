import { CATEGORY_PARAMS, type FindParams, KEYED_PARAMS } from "#core/catalog/discovery/find/findParams";

/** A search as the page's address holds it: the parameters of the API, several words with commas between. */
export type FindAddress = Readonly<
  Partial<Record<string, string | number | boolean | readonly (string | number)[]>>
>;

const WORDED = [...Object.keys(CATEGORY_PARAMS), ...Object.keys(KEYED_PARAMS), "market", "similar"];
const LISTS: ReadonlySet<string> = new Set(
  WORDED.flatMap((param) => [param, `all-${param}`, `not-${param}`]),
);
/** Which page of the answer, and what the page itself asks for: no part of a search that is sent to somebody. */
const NOT_ADDRESSED: ReadonlySet<string> = new Set(["limit", "after", "facets", "workspace", "typing"]);

/** A word that the search does not know stays: the answer names it, where passing over it would change the search. */
export function readAddress(address: FindAddress): FindParams {
  return Object.fromEntries(
    Object.entries(address).flatMap(([param, value]) => {
      if (value === undefined || NOT_ADDRESSED.has(param)) return [];
      const said = (Array.isArray(value) ? value : [value]).map(String);
      const values = LISTS.has(param) ? said.flatMap((each) => each.split(/[,，、]/)) : said;
      const given = [...new Set(values.map((each) => (param === "query" ? each : each.trim())))];
      const kept = given.filter((each) => each !== "");
      return kept.length === 0 ? [] : [[param, kept]];
    }),
  );
}

export function writeAddress(params: FindParams): FindAddress {
  return Object.fromEntries(
    Object.entries(params)
      .filter(([, values]) => values.length > 0)
      .map(([param, values]) => [param, param === "audience" ? values : plain(values.join(","))]),
  );
}

// The router writes 5000 as it is, and "5000" in quotation marks.
function plain(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && String(Number(text)) === text ? Number(text) : text;
}
