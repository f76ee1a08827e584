import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { fxRateForm, type fxRateRequest, fxRatesForm } from "#api/contract/fxRates";
import { ask } from "./ask.ts";

export type EnteredRate = z.input<typeof fxRateRequest>;

export const fxRatesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["fx-rates", workspace],
    queryFn: () => ask("fx-rates", fxRatesForm, { query: { workspace } }),
  });

export const enterRate = (workspace: string, rate: EnteredRate) =>
  ask("fx-rates", fxRateForm, { method: "PUT", query: { workspace }, body: rate });
