import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { saveBrand } from "../doors/brands.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";

/** Names a brand: a new one, or one that is there. */
export function BrandName({
  id,
  name,
  label,
  action,
  onSaved,
  children,
}: {
  id: string | null;
  name: string;
  label: string;
  action: string;
  onSaved?: () => void;
  children?: ReactNode;
}) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [typed, setTyped] = useState(name);
  const save = useMutation({
    mutationFn: () => saveBrand(workspace, id, typed),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["brands", workspace] });
      if (id === null) setTyped("");
      onSaved?.();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="row brand-name">
        <TextInput
          label={label}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={save.isPending} disabled={typed.trim() === ""}>
          {action}
        </Button>
        {children}
      </div>
      {save.isError && <ErrorNotice error={save.error} />}
    </form>
  );
}
