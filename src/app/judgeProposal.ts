import { readAssumptionDomains, readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { parseBrief } from "#core/brief/parseBrief";
import type { Creator } from "#core/catalog/creator";
import type { Platform } from "#core/catalog/platform";
import { ownAssumptions } from "#core/forecast/ownAssumptions";
import type { IsoDate } from "#core/period";
import type { JudgeDocument } from "#core/planner/judgeDocument";
import type { Proposal } from "#core/planner/judgeProposal";
import type { PlanProgress } from "#core/planner/makePlan";
import type { PlanGrounds } from "./planGrounds.ts";
import { type RunningThread, runOnThread } from "./runOnThread.ts";

export interface JudgeRequest {
  readonly briefDocument: unknown;
  readonly proposal: Proposal;
  /** Whom the list is compared with; empty: with typical creators. */
  readonly catalog: readonly Creator[];
  /** A user's list of assumptions as read, or null. */
  readonly ownAssumptions: unknown;
  /** The workspace it is judged in, where it is in one. */
  readonly grounds?: Pick<PlanGrounds, "reference" | "ownAssumptions">;
  readonly seed: number;
  readonly secondsMax: number;
  readonly passesMax: number | null;
  readonly today: IsoDate;
}

export interface RunningJudgement extends RunningThread<{ readonly document: JudgeDocument }> {
  /** What the document's slugs are called. */
  readonly platforms: readonly Platform[];
}

/** Starts judging a list. Throws bad-input at once for a brief or assumptions that break a rule. Writes nothing. */
export function judgeProposal(
  request: JudgeRequest,
  onProgress: (progress: PlanProgress) => void = () => {},
): RunningJudgement {
  const { briefDocument, proposal, catalog, seed, secondsMax, passesMax, today } = request;
  const reference = request.grounds?.reference ?? readReference();
  const assumptions = readAssumptions();
  const own =
    request.ownAssumptions === null
      ? []
      : ownAssumptions(
          ...([request.ownAssumptions, assumptions, readAssumptionDomains()] as const),
          Number(today.slice(0, 4)),
        );
  const task = {
    brief: parseBrief(briefDocument, reference, today),
    ...{ briefDocument, proposal, catalog, assumptions, seed, secondsMax, passesMax },
    reference: { ...reference, cities: reference.cities.tables, topics: reference.topics.topics },
    ownAssumptions: [...(request.grounds?.ownAssumptions ?? []), ...own],
    madeOn: today,
  };
  const running = runOnThread<{ readonly document: JudgeDocument }>("judge.worker", task, onProgress);
  return { ...running, platforms: reference.platforms };
}
