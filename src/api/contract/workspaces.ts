import { z } from "zod";

/** GET /api/v1/workspaces */
export const workspacesForm = z.array(
  z.object({ name: z.string(), kind: z.enum(["real", "demo"]), baseCurrency: z.string() }),
);
export type WorkspacesForm = z.infer<typeof workspacesForm>;
