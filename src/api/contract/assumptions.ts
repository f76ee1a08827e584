import { z } from "zod";
import type { Assumption } from "#core/forecast/assumption";

const assumption = z.custom<Assumption>(
  (value) => typeof value === "object" && value !== null && typeof (value as Assumption).key === "string",
);

/** GET /api/v1/assumptions: the figures that ship, and those of the workspace, which go before them. */
export const assumptionsForm = z.object({ shipped: z.array(assumption), own: z.array(assumption) });

/** PUT /api/v1/assumptions: the form of `--assumptions FILE`, all of it or none. Answers as GET does. */
export const assumptionsRequest = z.object({
  assumptions: z.array(z.record(z.string(), z.unknown())).min(1),
});
