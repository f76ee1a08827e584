import { ChoraleError } from "./errors.ts";
import { recordOf } from "./recordOf.ts";
import { sentence } from "./sentence.ts";

export type Json = Readonly<Record<string, unknown>>;

export function object(value: unknown, at: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw badForm(at, "object", value);
}

export function list(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw badForm(at, "list", value);
}

export function text(value: unknown, at: string): string {
  if (typeof value === "string") return value;
  throw badForm(at, "text", value);
}

export function texts(value: unknown, at: string): string[] {
  return list(value, at).map((entry, k) => text(entry, `${at}[${k}]`));
}

export function number(value: unknown, at: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw badForm(at, "number", value);
}

export function numberOrNull(value: unknown, at: string): number | null {
  return value == null ? null : number(value, at);
}

export function numbers(value: unknown, at: string): Record<string, number> {
  return recordOf(
    Object.entries(object(value, at)).map(([name, entry]) => [name, number(entry, `${at}.${name}`)] as const),
  );
}

/** A document that is not of its form: the path, what stands there and the rule. */
export function badForm(at: string, rule: string, value: unknown): ChoraleError {
  const shown =
    value === undefined
      ? null
      : typeof value === "object"
        ? JSON.stringify(value).slice(0, 80)
        : String(value);
  const broken = sentence(`solver.read.rule.${rule}`);
  return new ChoraleError(
    "bad-input",
    sentence("solver.read.bad", { value: String(shown), rule: [broken] }),
    at || null,
    [{ at, rule: broken, value: shown }],
  );
}
