import { queryOptions } from "@tanstack/react-query";
import { type ReferenceForm, referenceForm } from "#api/contract/reference";
import { Cities } from "#core/catalog/city";
import type { Reference } from "#core/catalog/reference";
import { TopicLexicon } from "#core/catalog/topic";
import { ask } from "./ask.ts";

export interface KnownReference extends Reference {
  readonly templates: ReferenceForm["templates"];
  readonly today: string;
}

/** The tables the pages look words up in, made into the lookups that core works with. */
export const referenceQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["reference", workspace],
    queryFn: () => ask("reference", referenceForm, { query: { workspace } }),
    select: lookups,
    staleTime: 600_000,
  });

function lookups(form: ReferenceForm): KnownReference {
  return {
    platforms: form.platforms,
    tierPolicies: form.tierPolicies,
    topics: new TopicLexicon(form.topics),
    cities: new Cities(form.cities),
    fx: form.fx,
    briefDefaults: form.briefDefaults,
    deals: form.deals,
    peaks: form.peaks,
    templates: form.templates,
    today: form.today,
  };
}
