import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { BrandFilter, isOfBrand } from "../brands/BrandFilter.tsx";
import { plansQuery } from "../doors/plans.ts";
import { CampaignTabs } from "../programmes/CampaignTabs.tsx";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./plans.css";

export function PlansPage() {
  const workspace = useWorkspace();
  const { t, say, date } = useWords();
  const { brand } = useSearch({ from: "/$workspace/plans" });
  const plans = useQuery(plansQuery(workspace));
  useTitle(t("plans.title"));
  if (plans.isPending) return <Waiting />;
  if (plans.isError) return <ErrorNotice error={plans.error} />;
  if (plans.data.plans.length === 0)
    return (
      <>
        <CampaignTabs one="plans" />
        <Empty title={t("plans.none")} says={t("plans.noneSays")}>
          <Button component={Link} to={`/${workspace}/briefs`}>
            {t("plans.toBriefs")}
          </Button>
        </Empty>
      </>
    );
  const shown = plans.data.plans.filter(({ brandId }) => isOfBrand(brandId, brand));
  return (
    <>
      <CampaignTabs one="plans" />
      <h1>{t("plans.title")}</h1>
      <div className="row list-brand">
        <BrandFilter />
      </div>
      {shown.length === 0 && <p className="quiet">{t("brands.noneHere")}</p>}
      <ul className="plan-list">
        {shown.map((plan) => (
          <li key={plan.id}>
            <Link to="/$workspace/plans/$planId" params={{ workspace, planId: plan.id }}>
              {plan.name}
            </Link>{" "}
            <span className="quiet">
              {plan.approvedOn === null
                ? t("plan.madeOn", { date: date(plan.madeOn) })
                : t("plans.approved", { date: date(plan.approvedOn) })}
            </span>
            <p>{say(plan.head)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
