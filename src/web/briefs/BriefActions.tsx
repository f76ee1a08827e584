import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { BriefForm as StoredBrief } from "#api/contract/briefs";
import { setBrandOfBrief } from "../doors/brands.ts";
import { saveBrief } from "../doors/briefs.ts";
import { startPlan } from "../doors/plans.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import type { BriefDocument } from "./briefText.ts";

const SECONDS = [5, 20, 60, 300] as const;

/** Save, and plan with as much patience as the reader has; a plan can be stopped at any moment. */
export function BriefActions({
  stored,
  brandId,
  frozen,
  document: document_,
  ready,
}: {
  stored: StoredBrief | null;
  brandId: string | null;
  frozen: boolean;
  document: BriefDocument | null;
  ready: boolean;
}) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [seconds, setSeconds] = useState<number>(SECONDS[0]);
  const save = async () => {
    if (frozen && stored) return stored;
    const saved = await saveBrief(workspace, stored?.id ?? null, document_ ?? {});
    if (stored === null && brandId !== null) await setBrandOfBrief(workspace, saved.id, brandId);
    await client.invalidateQueries({ queryKey: ["briefs", workspace] });
    return saved;
  };
  const keep = useMutation({
    mutationFn: save,
    onSuccess: (saved) =>
      navigate({
        to: "/$workspace/briefs/$briefId",
        params: { workspace, briefId: saved.id },
        replace: true,
      }),
  });
  const plan = useMutation({
    mutationFn: async () => startPlan(workspace, (await save()).id, seconds),
    onSuccess: ({ runId }) => navigate({ to: "/$workspace/plan-runs/$runId", params: { workspace, runId } }),
  });
  return (
    <div className="brief-actions">
      <div className="row">
        <Button disabled={!ready} loading={plan.isPending} onClick={() => plan.mutate()}>
          {t("brief.plan")}
        </Button>
        <NativeSelect
          aria-label={t("brief.patience")}
          value={String(seconds)}
          data={SECONDS.map((value) => ({
            value: String(value),
            label: t("brief.seconds", { count: value }),
          }))}
          onChange={(event) => setSeconds(Number(event.currentTarget.value))}
        />
        <Button
          variant="default"
          disabled={!ready || frozen}
          loading={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {t("brief.save")}
        </Button>
      </div>
      {stored !== null && (
        <Link to="/$workspace/finder" params={{ workspace }} search={{ brief: stored.id }}>
          {t("finder.link")}
        </Link>
      )}
      {!ready && <p className="quiet">{t("brief.fixFirst")}</p>}
      {plan.isError && <ErrorNotice error={plan.error} />}
      {keep.isError && <ErrorNotice error={keep.error} />}
    </div>
  );
}
