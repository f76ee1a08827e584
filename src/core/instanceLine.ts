import { ChoraleError, type ErrorDetail } from "./errors.ts";
import { nearestOf } from "./nearest.ts";
import { recordOf } from "./recordOf.ts";
import { sentence } from "./sentence.ts";

export type Json = Readonly<Record<string, unknown>>;

/** Far above any money or audience, and far enough below the largest number that sums and products stay finite. */
const AMOUNT_MAX = 1e100;
const DETAILS_MAX = 20;
const SHOWN_CHARACTERS = 80;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The problems of one line: enough of them to mend it, not a flood. */
export class LineCheck {
  readonly line: number;
  private readonly details: ErrorDetail[] = [];

  constructor(line: number) {
    this.line = line;
  }

  fail(
    path: string,
    rule: string,
    value: unknown,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    if (this.details.length >= DETAILS_MAX) return;
    const at = path === "" ? `line ${this.line}` : `line ${this.line}, ${path}`;
    const broken = value === undefined ? "missing" : rule;
    this.details.push({ at, rule: sentence(`solver.read.rule.${broken}`, values), value: shown(value) });
  }

  throwIfAny(): void {
    const [first] = this.details;
    if (first === undefined) return;
    const missing = first.rule.key === "solver.read.rule.missing";
    const says = missing
      ? first.rule
      : sentence("solver.read.bad", { value: String(first.value), rule: [first.rule] });
    throw new ChoraleError("bad-input", says, first.at, this.details);
  }

  /** A key that nobody reads is a constraint that somebody believes in. */
  keys(path: string, value: Json, known: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      const nearest = nearestOf(key, known);
      const at = path === "" ? key : `${path}.${key}`;
      if (nearest === null) this.fail(at, "unknownKey", key, { known: known.join(", ") });
      else this.fail(at, "misspelt", key, { nearest });
    }
  }

  list(path: string, value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.fail(path, "list", value);
    return [];
  }

  text(path: string, value: unknown): string {
    if (typeof value === "string" && value !== "") return value;
    this.fail(path, "text", value);
    return "";
  }

  texts(path: string, value: unknown): string[] {
    if (value == null) return [];
    return this.list(path, value).map((text, k) => this.text(`${path}[${k}]`, text));
  }

  amount(path: string, value: unknown): number {
    if (typeof value === "number" && value >= 0 && value <= AMOUNT_MAX) return value;
    this.fail(path, "amount", value, { most: AMOUNT_MAX });
    return 0;
  }

  amounts(path: string, value: unknown): Record<string, number> {
    if (value == null) return recordOf<number>([]);
    if (isObject(value))
      return recordOf(
        Object.entries(value).map(
          ([name, amount]) => [name, this.amount(`${path}.${name}`, amount)] as const,
        ),
      );
    this.fail(path, "object", value);
    return {};
  }

  whole(path: string, value: unknown, max: number): number | null {
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max) return value;
    this.fail(path, "whole", value);
    return null;
  }
}

function shown(value: unknown): string | number | boolean | null {
  if (value === undefined) return null;
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
