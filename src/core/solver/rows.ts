import { ALL_ITEMS, type Group, type Instance, type Item, MONEY } from "#core/instance";

/**
 * A limit on the chosen items, written Σ use ≤ cap. A minimum m of a label is the row Σ −1 ≤ −m, so that one multiplier
 * y ≥ 0 a row serves budgets (λ), maxima (ν) and minima (μ) alike.
 */
export interface Row {
  readonly name: string;
  readonly kind: "budget" | "min" | "max";
  readonly cap: number;
}

/** Room for rounding in a sum of costs: 0.1 + 0.2 is within 0.3. */
export const ROW_SLACK = 1e-12;
/** Wider than the room for plans, so that what the bound leaves out is beyond doubt. */
const RULED_OUT_SLACK = 1e-9;

/** The rows of an instance, one a budget and at most one minimum and one maximum a label: the tightest stands for all. */
export function rowsOf(instance: Instance): Row[] {
  const rows: Row[] = [{ name: MONEY, kind: "budget", cap: instance.budget }];
  for (const [name, cap] of Object.entries(instance.extraBudgets)) rows.push({ name, kind: "budget", cap });
  const atLeast = new Map<string, number>();
  const atMost = new Map<string, number>();
  const all = { label: ALL_ITEMS, min: instance.minItems, max: instance.maxItems };
  for (const { label, min, max } of [...instance.quotas, all]) {
    if (min !== null && min > 0) atLeast.set(label, Math.max(min, atLeast.get(label) ?? 0));
    if (max !== null) atMost.set(label, Math.min(max, atMost.get(label) ?? max));
  }
  for (const [name, min] of atLeast) rows.push({ name, kind: "min", cap: -min });
  for (const [name, max] of atMost) rows.push({ name, kind: "max", cap: max });
  return rows;
}

/** What one chosen item takes of a row. */
export function rowUse(row: Row, group: Group, item: Item): number {
  if (row.kind === "budget") return row.name === MONEY ? item.cost : (item.uses[row.name] ?? 0);
  const counts = row.name === ALL_ITEMS || item.labels.includes(row.name) || group.labels.includes(row.name);
  if (!counts) return 0;
  return row.kind === "max" ? 1 : -1;
}

/** An item that beside the locked ones breaks this row is in no plan. Minima are never broken by one item more. */
export function rulesOut(row: Pick<Row, "kind" | "cap">, usedByLocked: number, use: number): boolean {
  return (
    row.kind !== "min" &&
    use > 0 &&
    usedByLocked + use > row.cap + RULED_OUT_SLACK * Math.max(1, Math.abs(row.cap))
  );
}
