import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { workspacesQuery } from "../doors/workspaces.ts";
import { useWords } from "../words/words.tsx";
import { DEMO_WORKSPACE, useWorkspace } from "./workspace.ts";

export function WorkspaceSwitch() {
  const { t } = useWords();
  const current = useWorkspace();
  const navigate = useNavigate();
  const known = useQuery(workspacesQuery()).data?.map((workspace) => workspace.name) ?? [];
  const names = [...new Set(["main", ...known, current])];
  const label = (name: string) =>
    name === DEMO_WORKSPACE ? t("shell.demoMarket") : name === "main" ? t("shell.ownCreators") : name;
  return (
    <NativeSelect
      size="xs"
      aria-label={t("shell.workspace")}
      value={current}
      data={names.map((value) => ({ value, label: label(value) }))}
      onChange={(event) =>
        void navigate({ to: "/$workspace/sense", params: { workspace: event.currentTarget.value } })
      }
    />
  );
}
