import { queryOptions } from "@tanstack/react-query";
import { workspacesForm } from "#api/contract/workspaces";
import { ask } from "./ask.ts";

export const workspacesQuery = () =>
  queryOptions({ queryKey: ["workspaces"], queryFn: () => ask("workspaces", workspacesForm) });
