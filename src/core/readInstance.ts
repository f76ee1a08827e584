import { ChoraleError } from "./errors.ts";
import { type Group, type Instance, type Item, MONEY, type Numbers, type QuotaRow } from "./instance.ts";
import { isObject, type Json, LineCheck } from "./instanceLine.ts";
import { sentence } from "./sentence.ts";

const ATOMS_MAX = 2 ** 28;
const HEADER_KEYS = "budget atoms weights minItems maxItems quotas extraBudgets lock exclude".split(" ");
const QUOTA_KEYS = ["label", "min", "max"];
const GROUP_KEYS = ["group", "labels", "atoms", "items"];
const ITEM_KEYS = ["id", "cost", "p", "labels", "uses", "value"];

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
    check.keys("", value, GROUP_KEYS);
    const group = check.text("group", value["group"]);
    const before = this.groupLines.get(group);
    if (before !== undefined) check.fail("group", "once", group, { line: before });
    this.groupLines.set(group, check.line);
    const atoms = this.readAtoms(value["atoms"], check);
    const labels = check.texts("labels", value["labels"]);
    const items = check.list("items", value["items"]);
    return {
      group,
      labels,
      atoms,
      items: items.map((item, k) => this.readItem(item, atoms.length, `items[${k}]`, check)),
    };
  }

  private readAtoms(value: unknown, check: LineCheck): Numbers {
    const count = this.seenAt.length;
    const given = check.list("atoms", value);
    const atoms = new Int32Array(given.length);
    given.forEach((atom, k) => {
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
    check.keys(path, value, ITEM_KEYS);
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
  check.keys("", value, HEADER_KEYS);
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
  return check.list("quotas", value).map((quota, k) => {
    const path = `quotas[${k}]`;
    if (!isObject(quota)) {
      check.fail(path, "object", quota);
      return { label: "", min: null, max: null };
    }
    check.keys(path, quota, QUOTA_KEYS);
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
