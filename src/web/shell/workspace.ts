import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { workspacesQuery } from "../doors/workspaces.ts";

/** The workspace named in the address; creators of the demo market are invented and never mix with real ones. */
export function useWorkspace(): string {
  const { workspace } = useParams({ strict: false });
  return workspace ?? "main";
}

export const DEMO_WORKSPACE = "demo";

/** Its kind decides, whatever it is called; until that is known, its name does. */
export function useIsDemo(): boolean {
  const name = useWorkspace();
  const known = useQuery(workspacesQuery()).data?.find((workspace) => workspace.name === name);
  return known ? known.kind === "demo" : name === DEMO_WORKSPACE;
}
