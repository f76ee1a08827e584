import { DoorError } from "../doors/ask.ts";
import { type FacetParam, facetAt } from "./facets.ts";

/** What is wrong with a search: all of it, and what can be said beside a filter. */
export interface Problems {
  readonly byFacet: ReadonlyMap<FacetParam, readonly string[]>;
  readonly all: readonly string[];
}

export function problemsOf(error: unknown): Problems {
  const said = error instanceof DoorError ? error : null;
  const details = said === null || said.code === "unavailable" ? [] : detailsOf(said);
  const byFacet = new Map<FacetParam, string[]>();
  for (const { at, rule } of details) {
    const facet = facetAt(at);
    if (facet !== null) byFacet.set(facet, [...new Set([...(byFacet.get(facet) ?? []), rule])]);
  }
  return { byFacet, all: [...new Set(details.map(({ rule }) => rule))] };
}

function detailsOf({
  details,
  at,
  message,
}: DoorError): readonly { readonly at: string; readonly rule: string }[] {
  return details.length > 0 ? details : [{ at: at ?? "", rule: message }];
}
