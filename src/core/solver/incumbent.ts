import type { Instance } from "#core/instance";
import { Coverage } from "./coverage.ts";
import type { Problem } from "./problem.ts";
import { ROW_SLACK } from "./rows.ts";

/** Bounds within this of the best plan are taken as reached. */
export const PROVEN_WITHIN = 1e-9;

/** The best plan so far, by item ids, with its exact value. */
export class Incumbent {
  readonly coverage: Coverage;
  plan: readonly string[] | null = null;
  value = Number.NEGATIVE_INFINITY;
  /** How many plans have been the best. */
  improvements = 0;

  constructor(instance: Instance) {
    this.coverage = new Coverage(instance);
  }

  /** A bound at or below this proves the plan optimal; −∞ without a plan. */
  get enough(): number {
    return this.plan === null ? this.value : this.value + PROVEN_WITHIN * Math.abs(this.value);
  }

  /** Takes a plan if it keeps the rows and is worth more, both by exact sums. */
  offer(problem: Problem, items: readonly number[]): void {
    const keeps = problem.cap.every((cap, r) => {
      const used = items.reduce((sum, i) => sum + problem.use[r]![i]!, 0);
      return used <= cap + ROW_SLACK * Math.max(1, Math.abs(cap));
    });
    if (!keeps) return;
    const ids = items.map((i) => problem.itemOf[i]!.id);
    const value = this.coverage.value(ids);
    if (value <= this.value) return;
    this.value = value;
    this.plan = ids;
    this.improvements++;
  }

  /** The plan's items in a layout of the instance, as far as it holds them. */
  itemsIn(problem: Problem): number[] {
    return (this.plan ?? []).flatMap((id) => problem.itemIndex.get(id) ?? []);
  }
}
