import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { SlotKind } from "#core/planner/slotKind";
import type { Sentence } from "#core/sentence";
import { openBrief, saveBrief } from "../doors/briefs.ts";
import { startPlan } from "../doors/plans.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWords } from "../words/words.tsx";
import { SlotCandidates } from "./SlotCandidates.tsx";
import { withCreator } from "./withCreator.ts";

const SECONDS = 5;

/** Puts a creator of the workspace in a slot's stead: locked in the next version of the brief, which is planned anew. */
export function FillSlot({
  slot,
  says,
  workspace,
  briefId,
}: {
  slot: SlotKind;
  says: Sentence;
  workspace: string;
  briefId: string;
}) {
  const { t, say } = useWords();
  const [open, setOpen] = useState(false);
  const [anySize, setAnySize] = useState(false);
  const [creator, setCreator] = useState("");
  const navigate = useNavigate();
  const client = useQueryClient();
  const fill = useMutation({
    mutationFn: async () => {
      const { document } = await openBrief(workspace, briefId);
      await saveBrief(workspace, briefId, withCreator(document, creator));
      await client.invalidateQueries({ queryKey: ["briefs", workspace] });
      return startPlan(workspace, briefId, SECONDS);
    },
    onSuccess: ({ runId }) => navigate({ to: "/$workspace/plan-runs/$runId", params: { workspace, runId } }),
  });
  if (!open)
    return (
      <Button className="no-print fill-open" variant="default" size="xs" onClick={() => setOpen(true)}>
        {t("plan.fill")}
      </Button>
    );
  return (
    <div className="fill-slot no-print">
      <SlotCandidates
        slot={slot}
        says={say(says)}
        anySize={anySize}
        workspace={workspace}
        chosen={creator}
        onChosen={setCreator}
      />
      <Checkbox
        label={t("plan.fillAnySize")}
        checked={anySize}
        onChange={(event) => setAnySize(event.currentTarget.checked)}
      />
      {anySize && <p className="quiet">{t("plan.fillAnySizeSays")}</p>}
      <div className="row">
        <Button size="xs" disabled={creator === ""} loading={fill.isPending} onClick={() => fill.mutate()}>
          {t("plan.fillPlan")}
        </Button>
        <Link to="/$workspace/creators" params={{ workspace }}>
          {t("plan.fillImport")}
        </Link>
      </div>
      {fill.isError && <ErrorNotice error={fill.error} />}
    </div>
  );
}
