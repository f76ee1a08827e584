import { z } from "zod";

/** One unit of `base` bought `rateE9` billionths of `quote` on that day. */
export const fxRateForm = z.object({
  base: z.string(),
  quote: z.string(),
  onDate: z.string(),
  rateE9: z.number(),
  source: z.string(),
});

/** GET /api/v1/fx-rates: the rates that ship and those of the workspace, which go before them. */
export const fxRatesForm = z.object({ rates: z.array(fxRateForm) });

/** PUT /api/v1/fx-rates: enters or corrects the rate of a pair and day. One unit of `base` buys `rate` of `quote`. */
export const fxRateRequest = z.object({
  base: z.string(),
  quote: z.string(),
  onDate: z.string(),
  rate: z.number(),
  source: z.string().trim().min(1).max(200).nullable().default(null),
});
