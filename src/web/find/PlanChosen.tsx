import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeMembers, saveList } from "../doors/lists.ts";
import { PlanWithList } from "../plans/PlanWithList.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useFindWords } from "./useFindWords.ts";

/** Plans a brief with chosen creators alone, kept as a list so that the plan can say whom it was chosen from. */
export function PlanChosen({ creatorIds }: { creatorIds: readonly string[] }) {
  const word = useFindWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const toList = async () => {
    const { id } = await saveList(workspace, null, name);
    await changeMembers(workspace, id, "PUT", creatorIds);
    await Promise.all(
      ["lists", "creators", "events"].map((noun) =>
        client.invalidateQueries({ queryKey: [noun, workspace] }),
      ),
    );
    return id;
  };
  return (
    <PlanWithList toList={toList} isReady={name.trim() !== ""}>
      <TextInput
        label={word("planListName")}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </PlanWithList>
  );
}
