import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import { CAMPAIGNS_MAX } from "#core/brief/parseProgramme";
import { BriefEditingContext } from "../briefs/briefEditing.ts";
import type { Json } from "../briefs/briefText.ts";
import { briefsQuery, openBrief } from "../doors/briefs.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { campaignOfBrief } from "./programmeText.ts";
import { useProgrammeWord } from "./useProgrammeWord.ts";

/** Another campaign: empty, or copied from a brief of the workspace. */
export function AddCampaign({ campaigns }: { campaigns: readonly unknown[] }) {
  const word = useProgrammeWord();
  const workspace = useWorkspace();
  const editing = useContext(BriefEditingContext);
  const briefs = useQuery(briefsQuery(workspace)).data?.briefs ?? [];
  const isFull = campaigns.length >= CAMPAIGNS_MAX || editing?.document === null;
  const add = (campaign: object) =>
    campaigns.length === 0
      ? editing?.set("campaigns", [campaign as Json])
      : editing?.set(`campaigns.${campaigns.length}`, campaign as Json);
  const copy = useMutation({
    mutationFn: (id: string) => openBrief(workspace, id),
    onSuccess: ({ id, document }) =>
      add(campaignOfBrief(briefs.find((brief) => brief.id === id)?.name ?? "", document)),
  });
  return (
    <div className="row add-campaign">
      <Button
        variant="default"
        disabled={isFull}
        onClick={() => add({ name: word("campaign", { number: campaigns.length + 1 }), brief: {} })}
      >
        {word("add")}
      </Button>
      {briefs.length > 0 && (
        <NativeSelect
          aria-label={word("fromBrief")}
          description={word("fromBriefHint")}
          disabled={isFull || copy.isPending}
          value=""
          data={[
            { value: "", label: word("fromBrief") },
            ...briefs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => event.currentTarget.value && copy.mutate(event.currentTarget.value)}
        />
      )}
      {copy.isError && <ErrorNotice error={copy.error} />}
    </div>
  );
}
