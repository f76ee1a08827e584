import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { BrandFilter, isOfBrand } from "../brands/BrandFilter.tsx";
import { brandsQuery } from "../doors/brands.ts";
import { briefsQuery } from "../doors/briefs.ts";
import { CampaignTabs } from "../programmes/CampaignTabs.tsx";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./brief.css";

export function BriefsPage() {
  const workspace = useWorkspace();
  const { t, date } = useWords();
  const { brand } = useSearch({ from: "/$workspace/briefs" });
  const briefs = useQuery(briefsQuery(workspace));
  const brands = useQuery(brandsQuery(workspace)).data?.brands ?? [];
  useTitle(t("brief.listTitle"));
  if (briefs.isPending) return <Waiting />;
  if (briefs.isError) return <ErrorNotice error={briefs.error} />;
  const write = (
    <Button component={Link} to={`/${workspace}/briefs/new`}>
      {t("brief.write")}
    </Button>
  );
  if (briefs.data.briefs.length === 0)
    return (
      <>
        <CampaignTabs one="briefs" />
        <Empty title={t("brief.none")} says={t("brief.noneSays")}>
          {write}
        </Empty>
      </>
    );
  const shown = briefs.data.briefs.filter(({ brandId }) => isOfBrand(brandId, brand));
  const nameOf = (id: string | null) => brands.find((each) => each.id === id)?.name ?? null;
  return (
    <>
      <CampaignTabs one="briefs" />
      <div className="row brief-list-head">
        <h1>{t("brief.listTitle")}</h1>
        {write}
      </div>
      <div className="row list-brand">
        <BrandFilter />
        <Link to="/$workspace/brands" params={{ workspace }}>
          {t("brands.manage")}
        </Link>
      </div>
      {shown.length === 0 && <p className="quiet">{t("brands.noneHere")}</p>}
      <ul className="brief-list">
        {shown.map((brief) => (
          <li key={brief.id}>
            <Link to="/$workspace/briefs/$briefId" params={{ workspace, briefId: brief.id }}>
              {brief.name}
            </Link>{" "}
            <span className="quiet">
              {brief.frozenOn === null
                ? t("brief.version", { version: brief.version })
                : t("plans.approved", { date: date(brief.frozenOn) })}
              {nameOf(brief.brandId) !== null && ` · ${nameOf(brief.brandId)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
