/** Plain arrays as files give them, or typed arrays as the planner makes them (a segment plan is dense). */
export type Numbers = ArrayLike<number>;

/** One thing that can be bought: a creator's deliverable or bundle of deliverables. */
export interface Item {
  readonly id: string;
  readonly cost: number;
  /** Touch probability: one number for all the group's atoms, or one for each, in the group's order. */
  readonly p: number | Numbers;
  readonly labels: readonly string[];
  readonly uses: Readonly<Record<string, number>>;
  readonly value: number;
}

/** A creator: at most one of its items is chosen. */
export interface Group {
  readonly group: string;
  readonly labels: readonly string[];
  /** Atom indices, each once. Groups may share one array. */
  readonly atoms: Numbers;
  readonly items: readonly Item[];
}

export interface QuotaRow {
  readonly label: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** A coverage portfolio problem (docs/methods/solver.md). Knows atoms and items, nothing of creators. */
export interface Instance {
  readonly budget: number;
  readonly atoms: number;
  /** Null: every atom weighs 1. */
  readonly weights: Numbers | null;
  readonly minItems: number | null;
  readonly maxItems: number | null;
  readonly quotas: readonly QuotaRow[];
  readonly extraBudgets: Readonly<Record<string, number>>;
  readonly lock: readonly string[];
  readonly exclude: readonly string[];
  readonly groups: readonly Group[];
}

/** The money budget's name among the budgets, and the label that every item carries. */
export const MONEY = "budget";
export const ALL_ITEMS = "*";
