import type { Metric } from "#core/brief/brief";
import { ChoraleError } from "#core/errors";
import type { PlanProgress } from "#core/planner/makePlan";
import { sentence } from "#core/sentence";
import type { House } from "./house.ts";
import { type BriefPlanRequest, planBrief } from "./planBrief.ts";

/** Planning under way or over, as a page watches it. */
export interface PlanRun {
  readonly workspaceId: string;
  readonly progress: PlanProgress;
  /** What value and bound of the progress are counted in. */
  readonly metric: Metric;
  readonly currency: string;
  readonly startedAt: Date;
  readonly secondsMax: number;
  /** The stored plan, once there is one. */
  readonly planId: string | null;
  readonly error: ChoraleError | null;
}

interface Kept {
  run: PlanRun;
  readonly stop: () => void;
  readonly finished: Promise<unknown>;
}

// Each run is a thread at full speed; a small machine has two.
const AT_ONCE_MAX = 2;
const KEPT_MAX = 200;

/** The plans of this process: started by one request, watched and stopped by others. */
export class PlanRuns {
  private readonly kept = new Map<string, Kept>();

  /** Throws not-found for the brief, and conflict while too many others run. */
  async start(house: House, request: BriefPlanRequest): Promise<string> {
    const running = [...this.kept.values()].filter(({ run }) => run.planId === null && run.error === null);
    if (running.length >= AT_ONCE_MAX)
      throw new ChoraleError("conflict", sentence("server.plan.busy", { most: AT_ONCE_MAX }));
    const id = house.newId();
    const change = (part: Partial<PlanRun>) => {
      const found = this.kept.get(id);
      if (found) found.run = { ...found.run, ...part };
    };
    const planned = await planBrief(house, request, (progress) => change({ progress }));
    this.forgetOldest();
    const { workspaceId } = house;
    this.kept.set(id, {
      run: {
        ...{ workspaceId, startedAt: house.now(), secondsMax: request.secondsMax, planId: null, error: null },
        ...{ metric: planned.brief.objective.metric, currency: planned.brief.currency },
        progress: { step: "audience", value: null, upperBound: null },
      },
      ...{ stop: planned.stop, finished: planned.finished },
    });
    planned.finished.then(
      (plan) => change({ planId: plan.id }),
      (caught: unknown) => change({ error: asChoraleError(caught) }),
    );
    return id;
  }

  /** Throws not-found for a run that this process does not know. */
  find(house: House, id: string): PlanRun {
    return this.keptOf(house, id).run;
  }

  /** Asks it to end with the plan so far; that plan is kept like any other. */
  stop(house: House, id: string): PlanRun {
    const { run, stop } = this.keptOf(house, id);
    stop();
    return run;
  }

  /** Ends them all, and waits until their plans are kept. */
  async stopAll(): Promise<void> {
    const all = [...this.kept.values()];
    for (const { stop } of all) stop();
    await Promise.allSettled(all.map(({ finished }) => finished));
  }

  private keptOf(house: House, id: string): Kept {
    const found = this.kept.get(id);
    if (found?.run.workspaceId === house.workspaceId) return found;
    throw new ChoraleError("not-found", sentence("server.plan.gone"), "id");
  }

  private forgetOldest(): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT_MAX && oldest !== undefined) this.kept.delete(oldest);
  }
}

function asChoraleError(caught: unknown): ChoraleError {
  if (caught instanceof ChoraleError) return caught;
  return new ChoraleError("internal", sentence("error.internal", { reason: String(caught) }));
}
