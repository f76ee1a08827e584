import { ChoraleError } from "#core/errors";
import type { JudgeDocument } from "#core/planner/judgeDocument";
import type { PlanProgress } from "#core/planner/makePlan";
import { sentence } from "#core/sentence";
import type { House } from "./house.ts";
import { judgeUpload, type UploadedList } from "./judgeUpload.ts";

/** A list under judgement, as a page watches it. */
export interface JudgeRun {
  readonly workspaceId: string;
  readonly progress: PlanProgress;
  readonly startedAt: Date;
  readonly secondsMax: number;
  readonly document: JudgeDocument | null;
  readonly error: ChoraleError | null;
}

// One thread at full speed beside the two of plans; documents are as large as plans and stay in memory only.
const AT_ONCE_MAX = 1;
const KEPT_MAX = 20;

/** The judgements of this process: they are read, not kept. */
export class JudgeRuns {
  private readonly kept = new Map<string, { run: JudgeRun; readonly stop: () => void }>();
  private reading = 0;

  /** Throws what reading list and brief throws, and conflict while another one runs. */
  async start(house: House, list: UploadedList): Promise<string> {
    const running = [...this.kept.values()].filter(({ run }) => run.document === null && run.error === null);
    if (running.length + this.reading >= AT_ONCE_MAX)
      throw new ChoraleError("conflict", sentence("server.plan.busy", { most: AT_ONCE_MAX }));
    const id = house.newId();
    const change = (part: Partial<JudgeRun>) => {
      const found = this.kept.get(id);
      if (found) found.run = { ...found.run, ...part };
    };
    this.reading++;
    const judgement = await judgeUpload(house, list, (progress) => change({ progress })).finally(() => {
      this.reading--;
    });
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT_MAX && oldest !== undefined) this.kept.delete(oldest);
    const { workspaceId } = house;
    this.kept.set(id, {
      run: {
        ...{ workspaceId, startedAt: house.now(), secondsMax: list.secondsMax, document: null, error: null },
        progress: { step: "audience", value: null, upperBound: null },
      },
      stop: () => judgement.stop(),
    });
    judgement.finished.then(
      ({ document }) => change({ document }),
      (caught: unknown) =>
        change({
          error:
            caught instanceof ChoraleError
              ? caught
              : new ChoraleError("internal", sentence("error.internal", { reason: String(caught) })),
        }),
    );
    return id;
  }

  /** Throws not-found for a run that this process does not know. */
  find(house: House, id: string): JudgeRun {
    return this.keptOf(house, id).run;
  }

  /** Asks it to end with the best plan so far. */
  stop(house: House, id: string): JudgeRun {
    const { run, stop } = this.keptOf(house, id);
    stop();
    return run;
  }

  stopAll(): void {
    for (const { stop } of this.kept.values()) stop();
  }

  private keptOf(house: House, id: string) {
    const found = this.kept.get(id);
    if (found?.run.workspaceId === house.workspaceId) return found;
    throw new ChoraleError("not-found", sentence("server.plan.gone"), "id");
  }
}
