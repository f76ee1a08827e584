import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";

/** A field about a brand with the button that keeps it, and what stands beside that. */
export function BrandEntry({
  field,
  action,
  isReady = true,
  onSave,
  onSaved,
  children,
}: {
  field: ReactNode;
  action: string;
  isReady?: boolean;
  onSave: () => Promise<unknown>;
  onSaved: () => void;
  children?: ReactNode;
}) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: onSave,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["brands", workspace] });
      onSaved();
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
        {field}
        <Button type="submit" loading={save.isPending} disabled={!isReady}>
          {action}
        </Button>
        {children}
      </div>
      {save.isError && <ErrorNotice error={save.error} />}
    </form>
  );
}
