import { z } from "zod";
import { METRICS } from "#core/brief/brief";
import type { SenseDocument } from "#core/planner/senseDocument";

const money = z.object({ amountMinor: z.number().int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) });

/** POST /api/v1/sense */
export const senseRequest = z.object({
  category: z.string().min(1).max(60),
  market: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  orderValue: money,
  grossMargin: z.number().gt(0).max(1).nullable(),
  purchase: z.enum(["impulse", "considered"]),
  area: z.enum(["local", "national"]),
  newToMarket: z.boolean(),
  budget: money.nullable(),
  goal: z.object({ metric: z.enum(METRICS), target: z.number().positive() }).nullable(),
});

export const senseForm = z.custom<SenseDocument>(
  (value) => typeof value === "object" && value !== null && "verdict" in value && "findings" in value,
);
