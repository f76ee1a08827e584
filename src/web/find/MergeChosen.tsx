import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { mergeCreators } from "../doors/kept.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useFindWords } from "./useFindWords.ts";

/** Two chosen creators are one person: nobody has to have suggested it. Leads to the page on which they can be split again. */
export function MergeChosen({
  keptId,
  mergedId,
  onMerged,
}: {
  keptId: string;
  mergedId: string;
  onMerged: () => void;
}) {
  const word = useFindWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const merge = useMutation({
    mutationFn: () => mergeCreators(workspace, keptId, mergedId),
    onSuccess: async () => {
      onMerged();
      await client.invalidateQueries();
      await navigate({ to: "/$workspace/creators/$creatorId", params: { workspace, creatorId: keptId } });
    },
  });
  return (
    <>
      <Button size="xs" variant="default" loading={merge.isPending} onClick={() => merge.mutate()}>
        {word("mergeChosen")}
      </Button>
      {merge.isError && <ErrorNotice error={merge.error} />}
    </>
  );
}
