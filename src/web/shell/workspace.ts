import { useParams } from "@tanstack/react-router";

/** The workspace named in the address; creators of the demo market are invented and never mix with real ones. */
export function useWorkspace(): string {
  const { workspace } = useParams({ strict: false });
  return workspace ?? "main";
}

export const DEMO_WORKSPACE = "demo";
