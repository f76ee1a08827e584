import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { saveList } from "../doors/lists.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";

/** Makes a list by its name; `onMade` does what else has to be done with it. */
export function NewList({ onMade }: { onMade: (id: string) => Promise<unknown> }) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: async () => onMade((await saveList(workspace, null, name)).id),
    onSuccess: () => setName(""),
  });
  return (
    <>
      <form
        className="kept-entry no-print"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextInput
          label={word("newList")}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={make.isPending} disabled={name.trim() === ""}>
          {word("make")}
        </Button>
      </form>
      {make.isError && <ErrorNotice error={make.error} />}
    </>
  );
}
