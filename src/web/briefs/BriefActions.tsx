import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { BriefForm as StoredBrief } from "#api/contract/briefs";
import { setBrandOfBrief } from "../doors/brands.ts";
import { saveBrief } from "../doors/briefs.ts";
import { startPlan } from "../doors/plans.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import type { BriefDocument } from "./briefText.ts";
import { SaveAndPlan } from "./SaveAndPlan.tsx";

/** What can be done with a brief: saved, planned, taken as a search for creators or to judge a list by. */
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
  const save = async () => {
    if (frozen && stored) return stored;
    const saved = await saveBrief(workspace, stored?.id ?? null, document_ ?? {});
    if (stored === null && brandId !== null) await setBrandOfBrief(workspace, saved.id, brandId);
    await client.invalidateQueries({ queryKey: ["briefs", workspace] });
    return saved;
  };
  return (
    <SaveAndPlan
      ready={ready}
      frozen={frozen}
      onSave={async () => {
        const { id: briefId } = await save();
        await navigate({ to: "/$workspace/briefs/$briefId", params: { workspace, briefId }, replace: true });
      }}
      onPlan={async (seconds) => {
        const { runId } = await startPlan(workspace, (await save()).id, seconds);
        await navigate({ to: "/$workspace/plan-runs/$runId", params: { workspace, runId } });
      }}
    >
      {stored !== null && (
        <>
          <Link to="/$workspace/finder" params={{ workspace }} search={{ brief: stored.id }}>
            {t("finder.link")}
          </Link>
          <Link to="/$workspace/judge" params={{ workspace }} search={{ brief: stored.id }}>
            {t("judge.title")}
          </Link>
        </>
      )}
    </SaveAndPlan>
  );
}
