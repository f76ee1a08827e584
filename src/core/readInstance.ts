import { ChoraleError, type ErrorDetail } from "./errors.ts";
import { type Group, type Instance, type Item, MONEY, type Numbers, type QuotaRow } from "./instance.ts";
import { sentence } from "./sentence.ts";

type Json = Readonly<Record<string, unknown>>;
const ATOMS_MAX = 2 ** 28;

/**
 * Takes the lines of an instance file one by one (docs/methods/solver.md has the form): the first is the header, every
 * other a creator. Throws bad-input naming line, path, value and rule; all problems of the line at once.
 */
export class InstanceReader {
  private header: Omit<Instance, "groups"> | null = null;
  private readonly groups: Group[] = [];
  private readonly groupLines = new Map<string, number>();
  private readonly itemLines = new Map<string, number>();
  /** Line in which an atom was last named: tells a repetition within a line in one look. */
  private seenAt = new Int32Array(0);

  take(line: number, value: unknown): void {
    const check = new LineCheck(line);
    if (!isObject(value)) check.fail("", "object", value);
    else if (this.header === null) {
      this.header = readHeader(value, check);
      check.throwIfAny();
      this.seenAt = new Int32Array(this.header.atoms);
    } else this.groups.push(this.readGroup(value, check));
    check.throwIfAny();
  }

  finish(): Instance {
    if (this.header === null) throw new ChoraleError("bad-input", sentence("solver.read.empty"));
    const check = new LineCheck(1);
    for (const key of ["lock", "exclude"] as const)
      this.header[key].forEach((id, k) => {
        if (!this.itemLines.has(id)) check.fail(`${key}[${k}]`, "knownItem", id);
      });
    check.throwIfAny();
    return { ...this.header, groups: this.groups };
  }

  private readGroup(value: Json, check: LineCheck): Group {
    const group = check.text("group", value["group"]);
    const before = this.groupLines.get(group);
    if (before !== undefined) check.fail("group", "once", group, { line: before });
    this.groupLines.set(group, check.line);
    const atoms = this.readAtoms(value["atoms"], check);
    const labels = check.texts("labels", value["labels"]);
    if (!Array.isArray(value["items"])) check.fail("items", "list", value["items"]);
    const items = Array.isArray(value["items"]) ? value["items"] : [];
    return {
      group,
      labels,
      atoms,
      items: items.map((item: unknown, k) => this.readItem(item, atoms.length, `items[${k}]`, check)),
    };
  }

  private readAtoms(value: unknown, check: LineCheck): Numbers {
    if (!Array.isArray(value)) {
      check.fail("atoms", "list", value);
      return [];
    }
    const count = this.seenAt.length;
    const atoms = new Int32Array(value.length);
    value.forEach((atom: unknown, k) => {
      if (typeof atom !== "number" || !Number.isInteger(atom) || atom < 0 || atom >= count)
        check.fail(`atoms[${k}]`, "atom", atom, { last: count - 1 });
      else if (this.seenAt[atom] === check.line) check.fail(`atoms[${k}]`, "atomOnce", atom);
      else {
        this.seenAt[atom] = check.line;
        atoms[k] = atom;
      }
    });
    return atoms;
  }

  private readItem(value: unknown, atomCount: number, path: string, check: LineCheck): Item {
    if (!isObject(value)) {
      check.fail(path, "object", value);
      return { id: "", cost: 0, p: 0, labels: [], uses: {}, value: 0 };
    }
    const id = check.text(`${path}.id`, value["id"]);
    const before = this.itemLines.get(id);
    if (before !== undefined) check.fail(`${path}.id`, "once", id, { line: before });
    this.itemLines.set(id, check.line);
    return {
      id,
      cost: check.amount(`${path}.cost`, value["cost"]),
      p: readProbability(value["p"], atomCount, `${path}.p`, check),
      labels: check.texts(`${path}.labels`, value["labels"]),
      uses: check.amounts(`${path}.uses`, value["uses"]),
      value: value["value"] == null ? 0 : check.amount(`${path}.value`, value["value"]),
    };
  }
}

function readProbability(
  value: unknown,
  atomCount: number,
  path: string,
  check: LineCheck,
): number | Numbers {
  const sound = (p: unknown): p is number => typeof p === "number" && p >= 0 && p <= 1;
  if (!Array.isArray(value)) {
    if (!sound(value)) check.fail(path, "probability", value);
    return sound(value) ? value : 0;
  }
  if (value.length !== atomCount) check.fail(path, "sameLength", value.length, { length: atomCount });
  return Float64Array.from(value, (p: unknown, k) => {
    if (!sound(p)) check.fail(`${path}[${k}]`, "probability", p);
    return sound(p) ? p : 0;
  });
}

function readHeader(value: Json, check: LineCheck): Omit<Instance, "groups"> {
  const budget = check.amount("budget", value["budget"]);
  const atoms = check.whole("atoms", value["atoms"], ATOMS_MAX) ?? 0;
  const weights = value["weights"] ?? null;
  if (weights !== null && !Array.isArray(weights)) check.fail("weights", "list", weights);
  if (Array.isArray(weights) && weights.length !== atoms)
    check.fail("weights", "sameLength", weights.length, { length: atoms });
  const extraBudgets = check.amounts("extraBudgets", value["extraBudgets"]);
  if (MONEY in extraBudgets) check.fail("extraBudgets", "notBudget", MONEY);
  return {
    budget,
    atoms,
    weights: Array.isArray(weights)
      ? Float64Array.from(weights, (w: unknown, k) => check.amount(`weights[${k}]`, w))
      : null,
    minItems: readCount(value["minItems"], "minItems", check),
    maxItems: readCount(value["maxItems"], "maxItems", check),
    quotas: readQuotas(value["quotas"], check),
    extraBudgets,
    lock: check.texts("lock", value["lock"]),
    exclude: check.texts("exclude", value["exclude"]),
  };
}

function readQuotas(value: unknown, check: LineCheck): QuotaRow[] {
  if (value == null) return [];
  if (!Array.isArray(value)) {
    check.fail("quotas", "list", value);
    return [];
  }
  return value.map((quota: unknown, k) => {
    const path = `quotas[${k}]`;
    if (!isObject(quota)) {
      check.fail(path, "object", quota);
      return { label: "", min: null, max: null };
    }
    return {
      label: check.text(`${path}.label`, quota["label"]),
      min: readCount(quota["min"], `${path}.min`, check),
      max: readCount(quota["max"], `${path}.max`, check),
    };
  });
}

function readCount(value: unknown, path: string, check: LineCheck): number | null {
  return value == null ? null : check.whole(path, value, Number.MAX_SAFE_INTEGER);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The problems of one line: enough of them to mend it, not a flood. */
class LineCheck {
  readonly line: number;
  private readonly details: ErrorDetail[] = [];

  constructor(line: number) {
    this.line = line;
  }

  fail(path: string, rule: string, value: unknown, values: Record<string, number> = {}): void {
    if (this.details.length >= DETAILS_MAX) return;
    const at = path === "" ? `line ${this.line}` : `line ${this.line}, ${path}`;
    this.details.push({ at, rule: sentence(`solver.read.rule.${rule}`, values), value: shown(value) });
  }

  throwIfAny(): void {
    const [first] = this.details;
    if (first === undefined) return;
    const values = { value: String(first.value), rule: [first.rule] };
    throw new ChoraleError("bad-input", sentence("solver.read.bad", values), first.at, this.details);
  }

  text(path: string, value: unknown): string {
    if (typeof value === "string" && value !== "") return value;
    this.fail(path, "text", value);
    return "";
  }

  texts(path: string, value: unknown): string[] {
    if (value == null) return [];
    if (Array.isArray(value)) return value.map((text: unknown, k) => this.text(`${path}[${k}]`, text));
    this.fail(path, "list", value);
    return [];
  }

  amount(path: string, value: unknown): number {
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
    this.fail(path, "amount", value);
    return 0;
  }

  amounts(path: string, value: unknown): Record<string, number> {
    if (value == null) return {};
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, amount]) => [name, this.amount(`${path}.${name}`, amount)]),
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

const DETAILS_MAX = 20;
const SHOWN_CHARACTERS = 80;

function shown(value: unknown): string | number | boolean | null {
  if (value === undefined) return null;
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
