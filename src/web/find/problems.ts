import { DoorError } from "../doors/ask.ts";
import { type FacetParam, facetAt } from "./facets.ts";

/** What is wrong with a search: beside which filters, and what stands beside none of them. */
export interface Problems {
  readonly byFacet: ReadonlyMap<FacetParam, readonly string[]>;
  readonly elsewhere: readonly string[];
  readonly all: readonly string[];
}

export function problemsOf(error: unknown): Problems {
  const said = error instanceof DoorError ? error : null;
  const details = said === null || said.code === "unavailable" ? [] : detailsOf(said);
  const byFacet = new Map<FacetParam, string[]>();
  const elsewhere: string[] = [];
  for (const { at, rule } of details) {
    const facet = facetAt(at);
    if (facet === null) elsewhere.push(rule);
    else byFacet.set(facet, [...new Set([...(byFacet.get(facet) ?? []), rule])]);
  }
  return { byFacet, elsewhere, all: [...new Set(details.map(({ rule }) => rule))] };
}

function detailsOf({
  details,
  at,
  message,
}: DoorError): readonly { readonly at: string; readonly rule: string }[] {
  return details.length > 0 ? details : [{ at: at ?? "", rule: message }];
}
