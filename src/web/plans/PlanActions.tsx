import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { PlanForm } from "#api/contract/plans";
import { download } from "../doors/download.ts";
import { useNames } from "../doors/names.ts";
import { approvePlan } from "../doors/plans.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useIsDemo } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { planCsv } from "./planCsv.ts";

/** Approve (frozen with its date, refused with what is missing), take away as CSV, print. */
export function PlanActions({ plan, workspace }: { plan: PlanForm; workspace: string }) {
  const words = useWords();
  const { t, date } = words;
  const names = useNames();
  const demo = useIsDemo();
  const client = useQueryClient();
  const approve = useMutation({
    mutationFn: () => approvePlan(workspace, plan.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ["plans", workspace] }),
  });
  const takeCsv = () => {
    const watermark = demo ? t("demo.csv") : null;
    download(`${plan.name}.csv`, "text/csv", planCsv(plan.document, words, names, watermark));
  };
  return (
    <>
      <div className="row plan-actions no-print">
        {plan.approvedOn === null ? (
          <Button onClick={() => approve.mutate()} loading={approve.isPending}>
            {t("plan.approve")}
          </Button>
        ) : (
          <p className="approved">{t("plan.approvedOn", { date: date(plan.approvedOn) })}</p>
        )}
        <Button variant="default" onClick={takeCsv}>
          {t("plan.csv")}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t("plan.print")}
        </Button>
        <Link to="/$workspace/briefs/$briefId" params={{ workspace, briefId: plan.briefId }}>
          {t("plan.toBrief")}
        </Link>
      </div>
      {plan.document.shape && <p className="quiet">{t("plan.approveShape")}</p>}
      {plan.approvedOn !== null && (
        <>
          <p className="approved print-only">{t("plan.approvedOn", { date: date(plan.approvedOn) })}</p>
          <p className="quiet">{t("plan.frozenSays", { version: plan.briefVersion })}</p>
        </>
      )}
      {approve.isError && (
        <ErrorNotice error={approve.error}>
          <Link to="/$workspace/briefs/$briefId" params={{ workspace, briefId: plan.briefId }}>
            {t("plan.completeBrief")}
          </Link>
        </ErrorNotice>
      )}
    </>
  );
}
