import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ProgrammeForm } from "#api/contract/programmes";
import type { BriefDocument } from "../briefs/briefText.ts";
import { SaveAndPlan } from "../briefs/SaveAndPlan.tsx";
import { saveProgramme, startProgrammePlan } from "../doors/programmes.ts";
import { useWorkspace } from "../shell/workspace.ts";

/** Save, or plan what is saved. */
export function ProgrammeActions({
  stored,
  document: document_,
  ready,
}: {
  stored: ProgrammeForm | null;
  document: BriefDocument | null;
  ready: boolean;
}) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const save = async () => {
    const saved = await saveProgramme(workspace, stored?.id ?? null, document_ ?? {});
    await client.invalidateQueries({ queryKey: ["programmes", workspace] });
    return saved;
  };
  return (
    <SaveAndPlan
      ready={ready}
      frozen={false}
      onSave={async () => {
        const { id: programmeId } = await save();
        const to = "/$workspace/programmes/$programmeId";
        await navigate({ to, params: { workspace, programmeId }, replace: true });
      }}
      onPlan={async (seconds) => {
        const { id } = await save();
        const { runId } = await startProgrammePlan(workspace, id, seconds);
        await navigate({ to: "/$workspace/programme-runs/$runId", params: { workspace, runId } });
      }}
    />
  );
}
