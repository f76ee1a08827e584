import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { policyById } from "#core/catalog/tierPolicy";
import { sentence } from "#core/sentence";
import { type CreatorFilter, creatorsQuery } from "../doors/creators.ts";
import { referenceQuery } from "../doors/reference.ts";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { CreatorFilters, type FilterChoice } from "./CreatorFilters.tsx";
import { CreatorRows } from "./CreatorRows.tsx";

const NO_FILTER: FilterChoice = { query: "", platform: "", policy: "", tier: "" };

export function CreatorList() {
  const { t, say, number } = useWords();
  const workspace = useWorkspace();
  const [choice, setChoice] = useState(NO_FILTER);
  const settled = useDeferredValue(choice);
  const reference = useQuery(referenceQuery(workspace)).data;
  const policy =
    reference && settled.policy !== "" ? policyById(reference.tierPolicies, settled.policy) : null;
  const band = policy?.bands.find((each) => each.tier === settled.tier);
  const filter: CreatorFilter = {
    query: settled.query,
    platform: settled.platform,
    followersFrom: band?.from ?? null,
    followersBelow: band?.below ?? null,
  };
  const creators = useInfiniteQuery(creatorsQuery(workspace, filter));
  if (creators.isError) return <ErrorNotice error={creators.error} />;
  if (creators.isPending) return <Waiting />;
  const rows = creators.data.pages.flatMap((page) => page.creators);
  const total = creators.data.pages[0]?.total ?? 0;
  const unfiltered = Object.values(choice).every((value) => value === "");
  if (total === 0 && unfiltered)
    return (
      <Empty title={t("creators.none")} says={t("creators.noneSays")}>
        <Link to="/$workspace/finder" params={{ workspace }}>
          {t("finder.link")}
        </Link>
        <Link to="/$workspace/start" params={{ workspace }}>
          {say(sentence("start.link"))}
        </Link>
        <Link to="/$workspace/briefs" params={{ workspace }}>
          {t("creators.shapeFirst")}
        </Link>
      </Empty>
    );
  return (
    <div className="stack">
      <CreatorFilters choice={choice} onChoice={setChoice} reference={reference} />
      <p className="quiet" role="status">
        {t("creators.found", { count: total, shown: number(total) })}
      </p>
      <CreatorRows
        rows={rows}
        total={total}
        policy={policy}
        reference={reference}
        onNearEnd={() => {
          if (creators.hasNextPage && !creators.isFetchingNextPage) void creators.fetchNextPage();
        }}
      />
    </div>
  );
}
