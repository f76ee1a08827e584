import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Assumption } from "#core/forecast/assumption";
import type { AssumptionDomain } from "#core/forecast/assumptionDomain";

const row = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  scope: z.record(z.string(), z.string()),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  shape: z.enum(["point", "lognormal", "logitnormal", "normal"]),
  unit: z.string().min(1),
  denominator: z.string().min(1).nullable(),
  source: z.string().min(1),
  year: z.int(),
  trust: z.enum(["A", "B", "C"]),
  note: z.string().optional(),
});

const file = z.strictObject({
  says: z.string().min(1),
  licence: z.string().min(1),
  assumptions: z.array(row).min(1),
});

const domainFile = z.strictObject({
  says: z.string().min(1),
  licence: z.string().min(1),
  domains: z.array(z.strictObject({ key: z.string(), min: z.number(), max: z.number() })).min(1),
});

/** What values each assumption can have. Throws when the file breaks its form. */
export function readAssumptionDomains(): readonly AssumptionDomain[] {
  const url = new URL("../../../data/assumption-domains.json", import.meta.url);
  return domainFile.parse(JSON.parse(readFileSync(url, "utf8"))).domains;
}

let known: readonly Assumption[] | null = null;

/** Reads and checks every file of data/assumptions, once a process. Throws when one breaks its form. */
export function readAssumptions(): readonly Assumption[] {
  known ??= readAll();
  return known;
}

function readAll(): readonly Assumption[] {
  const folder = new URL("../../../data/assumptions/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().flatMap((name) => {
    const parsed = file.safeParse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
    if (parsed.success) return parsed.data.assumptions.map(withoutAbsentNote);
    const [issue] = parsed.error.issues;
    throw new Error(`data/assumptions/${name}: ${issue?.path.join(".")} ${issue?.message}`);
  });
}

function withoutAbsentNote({ note, ...rest }: z.infer<typeof row>): Assumption {
  return note === undefined ? rest : { ...rest, note };
}
