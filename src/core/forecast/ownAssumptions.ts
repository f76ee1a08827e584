import { ChoraleError, type ErrorDetail } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Assumption } from "./assumption.ts";
import type { AssumptionDomain } from "./assumptionDomain.ts";

const FIELDS = ["key", "scope", "value", "low", "high", "source", "year", "unit", "denominator", "note"];

/**
 * Reads a user's list of assumptions: `[{key, value, scope?, low?, high?, source?, year?, note?}]`. Without a range the
 * replaced figure's relative spread is kept: entering a number says where it lies, not that it is certain.
 * Throws bad-input with one detail a problem: also for a value that the figure cannot have (data/assumption-domains.json).
 */
export function ownAssumptions(
  document: unknown,
  shipped: readonly Assumption[],
  domains: readonly AssumptionDomain[],
  year: number,
): readonly Assumption[] {
  const list = Array.isArray(document)
    ? document
    : ((document as { assumptions?: unknown } | null)?.assumptions ?? null);
  if (!Array.isArray(list)) throw new ChoraleError("bad-input", sentence("forecast.own.list"), "assumptions");
  const problems: ErrorDetail[] = [];
  const rows = list.flatMap((entry: unknown, i) => {
    const read = readOne(entry, `[${i}]`, shipped, domains, year, problems);
    return read === null ? [] : [read];
  });
  const [first] = problems;
  if (first) throw new ChoraleError("bad-input", first.rule, first.at, problems);
  return rows;
}

function readOne(
  entry: unknown,
  at: string,
  shipped: readonly Assumption[],
  domains: readonly AssumptionDomain[],
  year: number,
  problems: ErrorDetail[],
): Assumption | null {
  const refuse = (field: string, rule: string, value: unknown, values = {}) => {
    problems.push({
      at: `${at}${field}`,
      rule: sentence(`forecast.own.${rule}`, { value: plain(value), ...values }),
      value: plain(value),
    });
    return null;
  };
  if (typeof entry !== "object" || entry === null) return refuse("", "entry", entry);
  const given = entry as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) return refuse(`.${unknown}`, "field", unknown, { fields: FIELDS.join(", ") });
  const scope = scopeOf(given["scope"]);
  if (scope === null) return refuse(".scope", "scope", given["scope"]);
  const rows = shipped.filter((row) => row.key === given["key"]);
  const replaced = rows.find((row) => sameScope(row.scope, scope)) ?? rows.at(-1);
  if (!replaced) return refuse(".key", "key", given["key"]);
  const value = given["value"];
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
    return refuse(".value", "number", value);
  if (replaced.shape === "logitnormal" && value > 1) return refuse(".value", "share", value);
  const domain = domains.find(({ key }) => key === replaced.key);
  const key = replaced.key;
  if (domain && (value < domain.min || value > domain.max))
    return refuse(".value", "domain", value, { key, min: domain.min, max: domain.max });
  const population = populationOf(shipped, replaced, scope);
  if (population !== null && value > population)
    return refuse(".value", "population", value, { population, market: scope["market"] ?? "" });
  const low = given["low"] ?? moved(replaced, value, replaced.low);
  const high = given["high"] ?? moved(replaced, value, replaced.high);
  if (typeof low !== "number" || typeof high !== "number" || !(low <= value && value <= high))
    return refuse(".low", "range", given["low"] ?? given["high"]);
  if (domain && (low < domain.min || high > domain.max) && (given["low"] ?? given["high"]) !== undefined)
    return refuse(".low", "rangeDomain", given["low"] ?? given["high"], {
      ...{ key, low, high, min: domain.min, max: domain.max },
    });
  const [least, most] = [Math.max(low, domain?.min ?? low), Math.min(high, domain?.max ?? high)];
  return {
    ...replaced,
    scope,
    value,
    low: least,
    high: most,
    shape: least === most ? "point" : replaced.shape === "point" ? "lognormal" : replaced.shape,
    source: typeof given["source"] === "string" ? given["source"] : "entered by the user",
    year: typeof given["year"] === "number" ? given["year"] : year,
    trust: "C",
    ...(typeof given["note"] === "string" ? { note: given["note"] } : {}),
  };
}

/** The people of a market, where the figure counts people of one. */
function populationOf(
  shipped: readonly Assumption[],
  replaced: Assumption,
  scope: Readonly<Record<string, string>>,
): number | null {
  if (replaced.key !== "internet-users" || scope["market"] === undefined) return null;
  return (
    shipped.find((row) => row.key === "population" && row.scope["market"] === scope["market"])?.value ?? null
  );
}

// Shares move on the scale of odds, everything else in proportion.
function moved(replaced: Assumption, value: number, bound: number): number {
  if (replaced.value === 0 || value === 0) return value;
  if (replaced.shape === "logitnormal" && value === 1) return 1;
  if (replaced.shape !== "logitnormal") return value * (bound / replaced.value);
  const odds = (share: number) => share / (1 - share);
  const at = odds(value) * (odds(bound) / odds(replaced.value));
  return at / (1 + at);
}

function scopeOf(given: unknown): Readonly<Record<string, string>> | null {
  if (given === undefined || given === null) return {};
  if (typeof given !== "object" || Array.isArray(given)) return null;
  const entries = Object.entries(given);
  return entries.every(([, value]) => typeof value === "string") ? Object.fromEntries(entries) : null;
}

function sameScope(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => a[field] === b[field]);
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === "number" || typeof value === "boolean" || value === null
    ? value
    : value === undefined
      ? null
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
}
