import { z } from "zod";
import type { DeliverablePrice } from "#core/planner/creatorPrices";

/** GET /api/v1/creators/:id/prices: what each account asks against its peers, deliverable by deliverable. */
export const creatorPricesForm = z.object({
  accounts: z
    .array(
      z.object({
        accountId: z.string(),
        market: z.string().nullable(),
        band: z
          .object({ tier: z.string(), from: z.number(), below: z.number().nullable(), policyId: z.string() })
          .nullable(),
        prices: z.custom<readonly DeliverablePrice[]>(Array.isArray),
      }),
    )
    .readonly(),
});
export type AccountPricesForm = z.infer<typeof creatorPricesForm>["accounts"][number];
