import { z } from "zod";
import { readJsonDocument } from "#connectors/files/readJsonDocument";
import { METRICS } from "#core/brief/brief";
import { ChoraleError } from "#core/errors";
import type { ComparedPlan } from "#core/planner/planChanges";
import { sentence } from "#core/sentence";

const money = z.object({ amountMinor: z.number(), currency: z.string() });
const figure = z.number();
/** As much of a plan as is compared; the rest of the file is nobody's business here. */
const comparedPlan = z.object({
  currency: z.string(),
  lines: z.array(
    z.object({
      ...{
        creator: z.string(),
        creatorName: z.string(),
        deliverable: z.string(),
        count: figure,
        cost: money,
      },
      slot: z.object({ id: z.string(), says: z.object({ key: z.string() }) }).nullish(),
    }),
  ),
  totals: z.object({ cost: money }),
  forecast: z
    .object({
      ...{ metric: z.enum(METRICS), mean: figure, p05: figure, p50: figure, p95: figure, rough: z.boolean() },
      probabilityOfTarget: figure.nullable(),
    })
    .nullable(),
  reach: z.object({ people: figure }).nullable(),
});

/** A plan as `plan --out` wrote it, to be compared with. Throws bad-input for a file that is none. */
export async function readEarlierPlan(path: string): Promise<ComparedPlan> {
  const document = await readJsonDocument(path);
  const read = comparedPlan.safeParse(document);
  if (read.success) return document as ComparedPlan;
  const missing = read.error.issues[0]?.path.join(".") || "currency";
  throw new ChoraleError("bad-input", sentence("plan.notAPlan", { missing }), path);
}
