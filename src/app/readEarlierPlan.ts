import { readJsonDocument } from "#connectors/files/readJsonDocument";
import { ChoraleError } from "#core/errors";
import type { ComparedPlan } from "#core/planner/planChanges";
import { sentence } from "#core/sentence";

const NEEDED = ["currency", "lines", "totals", "forecast", "reach"] as const;

/** A plan as `plan --out` wrote it, to be compared with. Throws bad-input for a file that is none. */
export async function readEarlierPlan(path: string): Promise<ComparedPlan> {
  const document = await readJsonDocument(path);
  const known = typeof document === "object" && document !== null ? document : {};
  const missing = NEEDED.filter((key) => !(key in known));
  const lines: unknown = "lines" in known ? known.lines : null;
  if (missing.length > 0 || !Array.isArray(lines))
    throw new ChoraleError(
      "bad-input",
      sentence("plan.notAPlan", { path, missing: missing[0] ?? "lines" }),
      path,
    );
  return document as ComparedPlan;
}
