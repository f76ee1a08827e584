import { z } from "zod";

/** GET /api/v1/workspaces */
export const workspacesForm = z.object({
  workspaces: z.array(z.object({ name: z.string(), kind: z.enum(["real", "demo"]) })),
});
export type WorkspacesForm = z.infer<typeof workspacesForm>;

/** Every other door takes `?workspace=`. */
export const inWorkspace = z.object({
  workspace: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .default("main"),
});
