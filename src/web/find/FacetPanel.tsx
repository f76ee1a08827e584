import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { FindDocument } from "#core/catalog/discovery/find/findDocument";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Currency } from "#core/money";
import { referenceQuery } from "../doors/reference.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { AudienceFacet } from "./AudienceFacet.tsx";
import { DaysFacet } from "./DaysFacet.tsx";
import { Facet } from "./Facet.tsx";
import { FACET_GROUPS, type FacetParam, facetName, isDays, isWord, paramsOf } from "./facets.ts";
import { NumberFacet } from "./NumberFacet.tsx";
import { TypedField } from "./TypedField.tsx";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";
import { WordFacet } from "./WordFacet.tsx";

interface Asked {
  readonly facets: FindDocument["facets"];
  readonly params: FindParams;
  readonly change: Change;
  readonly say: SayFind;
  readonly currency: Currency;
}

/** Every filter with what it would find. */
export function FacetPanel({
  problems,
  ...asked
}: Asked & { problems: ReadonlyMap<FacetParam, readonly string[]> }) {
  const word = useFindWords();
  return (
    <div className="facets">
      {FACET_GROUPS.map(({ name, facets }) => (
        <section key={name} aria-label={word(`group.${name}`)}>
          <h3>{word(`group.${name}`)}</h3>
          {facets.map((param) => (
            <Facet
              key={param}
              param={param}
              isAsked={paramsOf(param).some((each) => asked.params[each]?.length)}
              problems={problems.get(param) ?? []}
            >
              <FacetBody param={param} {...asked} />
              <Beside param={param} params={asked.params} change={asked.change} />
            </Facet>
          ))}
        </section>
      ))}
    </div>
  );
}

function FacetBody({ param, facets, currency, ...asked }: Asked & { param: FacetParam }) {
  if (param === "audience") return <AudienceFacet {...asked} />;
  const { values = [], more = 0, unknown = 0 } = facets[facetName(param)] ?? {};
  if (isDays(param)) return <DaysFacet param={param} values={values} unknown={unknown} {...asked} />;
  return isWord(param) ? (
    <WordFacet param={param} values={values} more={more} unknown={unknown} {...asked} />
  ) : (
    <NumberFacet param={param} values={values} unknown={unknown} currency={currency} {...asked} />
  );
}

/** What can be said more closely once words of a facet are asked for. */
function Beside({ param, params, change }: { param: FacetParam; params: FindParams; change: Change }) {
  const word = useFindWords();
  const isAsked = [param, `all-${param}`].some((each) => params[each]?.length);
  if (param === "tier") return <TierPolicies params={params} change={change} />;
  const typed = (name: string) => ({
    value: params[name]?.at(-1) ?? "",
    onText: (text: string) => change({ [name]: text.trim() === "" ? [] : [text] }, { isTyped: true }),
  });
  if (param === "topic" && isAsked)
    return (
      <>
        <TypedField label={word("topicShare")} inputMode="decimal" {...typed("topic-share")} />
        <TypedField label={word("topicSpan")} inputMode="numeric" {...typed("topic-span")} />
      </>
    );
  if (param === "brand" && (isAsked || params["not-brand"]?.length))
    return <TypedField type="date" label={word("brandSince")} {...typed("brand-since")} />;
  return null;
}

/** A tier means nothing without the policy that names it. */
function TierPolicies({ params, change }: { params: FindParams; change: Change }) {
  const word = useFindWords();
  const { language } = useWords();
  const policies = useQuery(referenceQuery(useWorkspace())).data?.tierPolicies.policies ?? [];
  return (
    <NativeSelect
      size="xs"
      label={word("tierPolicy")}
      value={params["tier-policy"]?.at(-1) ?? ""}
      data={[
        { value: "", label: word("policyUsual") },
        ...policies.map(({ id, names }) => ({ value: id, label: names[language] })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        change({ "tier-policy": value === "" ? [] : [value], tier: [], "not-tier": [] })
      }
    />
  );
}
