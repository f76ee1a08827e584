import { ChoraleError } from "#core/errors";
import type { PlanProgress } from "#core/planner/makePlan";
import { sentence } from "#core/sentence";
import type { House } from "./house.ts";
import type { OnProgress, RunningThread } from "./runOnThread.ts";

/** Work of a thread under way or over, as a page watches it. */
export interface WatchedRun<About, Made> {
  readonly workspaceId: string;
  /** What was known of it before it began. */
  readonly about: About;
  readonly progress: PlanProgress;
  readonly startedAt: Date;
  readonly secondsMax: number;
  readonly made: Made | null;
  readonly error: ChoraleError | null;
}

/** Work that has begun. */
export interface Begun<About, Made> extends RunningThread<Made> {
  readonly about: About;
}

export interface RunLimits {
  /** Each run is a thread at full speed. */
  readonly atOnceMax: number;
  /** So many are remembered; then the oldest is forgotten. */
  readonly keptMax: number;
}

type Begin<Request, About, Made> = (
  house: House,
  request: Request,
  onProgress: OnProgress,
) => Promise<Begun<About, Made>>;

interface Kept<About, Made> {
  run: WatchedRun<About, Made>;
  readonly stop: () => void;
  readonly finished: Promise<unknown>;
}

/** Runs of one kind in this process: started by one request, watched and stopped by others. */
export class WatchedRuns<Request extends { readonly secondsMax: number }, About, Made> {
  private readonly kept = new Map<string, Kept<About, Made>>();
  private readonly limits: RunLimits;
  private readonly begin: Begin<Request, About, Made>;
  private beginning = 0;

  constructor(limits: RunLimits, begin: Begin<Request, About, Made>) {
    this.limits = limits;
    this.begin = begin;
  }

  /** Throws what beginning throws, and conflict while too many others run. */
  async start(house: House, request: Request): Promise<string> {
    const { atOnceMax } = this.limits;
    const running = [...this.kept.values()].filter(({ run }) => run.made === null && run.error === null);
    if (running.length + this.beginning >= atOnceMax)
      throw new ChoraleError("conflict", sentence("server.run.busy", { count: atOnceMax }));
    const id = house.newId();
    const change = (part: Partial<WatchedRun<About, Made>>) => {
      const found = this.kept.get(id);
      if (found) found.run = { ...found.run, ...part };
    };
    this.beginning++;
    const { about, stop, finished } = await this.begin(house, request, (progress) =>
      change({ progress }),
    ).finally(() => {
      this.beginning--;
    });
    this.forgetOldest();
    const { workspaceId } = house;
    this.kept.set(id, {
      run: {
        ...{ workspaceId, about, startedAt: house.now(), secondsMax: request.secondsMax },
        ...{ progress: { step: "audience", value: null, upperBound: null }, made: null, error: null },
      },
      ...{ stop, finished },
    });
    finished.then(
      (made) => change({ made }),
      (caught: unknown) => change({ error: asChoraleError(caught) }),
    );
    return id;
  }

  /** Throws not-found for a run that this process does not know. */
  find(house: House, id: string): WatchedRun<About, Made> {
    return this.keptOf(house, id).run;
  }

  /** Asks it to end with what it has so far, which is kept like any other result. */
  stop(house: House, id: string): WatchedRun<About, Made> {
    const { run, stop } = this.keptOf(house, id);
    stop();
    return run;
  }

  /** Ends them all, and waits until what they made is kept. */
  async stopAll(): Promise<void> {
    const all = [...this.kept.values()];
    for (const { stop } of all) stop();
    await Promise.allSettled(all.map(({ finished }) => finished));
  }

  private keptOf(house: House, id: string): Kept<About, Made> {
    const found = this.kept.get(id);
    if (found?.run.workspaceId === house.workspaceId) return found;
    throw new ChoraleError("not-found", sentence("server.run.gone"), "id");
  }

  private forgetOldest(): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= this.limits.keptMax && oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Whatever ended a run, as something a page can say. */
export function asChoraleError(caught: unknown): ChoraleError {
  if (caught instanceof ChoraleError) return caught;
  return new ChoraleError("internal", sentence("error.internal", { reason: String(caught) }));
}
