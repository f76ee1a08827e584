import { parseBrief } from "#core/brief/parseBrief";
import type { Creator } from "#core/catalog/creator";
import type { Platform } from "#core/catalog/platform";
import type { JudgeDocument } from "#core/planner/judgeDocument";
import type { JudgeInput } from "#core/planner/judgeList";
import type { Proposal } from "#core/planner/judgeProposal";
import type { Crossing } from "#workers/threadMessage";
import { type FiguresAsked, figuresFor } from "./figuresFor.ts";
import { type OnProgress, type RunningThread, runOnThread } from "./runOnThread.ts";

export interface JudgeRequest extends FiguresAsked {
  readonly briefDocument: unknown;
  readonly proposal: Proposal;
  /** Whom the list is compared with; empty: with typical creators. */
  readonly catalog: readonly Creator[];
  readonly seed: number;
  readonly secondsMax: number;
  readonly passesMax: number | null;
}

export interface RunningJudgement extends RunningThread<JudgeDocument> {
  /** What the document's slugs are called. */
  readonly platforms: readonly Platform[];
}

/** Starts judging a list. Throws bad-input at once for a brief or assumptions that break a rule. Writes nothing. */
export function judgeProposal(request: JudgeRequest, onProgress?: OnProgress): RunningJudgement {
  const { briefDocument, proposal, catalog, seed, secondsMax, passesMax, today } = request;
  const figures = figuresFor(request);
  const running = runOnThread<Crossing<JudgeInput>, JudgeDocument>(
    "judge.worker",
    {
      ...figures,
      ...{ briefDocument, proposal, catalog, seed, secondsMax, passesMax, madeOn: today },
      brief: parseBrief(briefDocument, figures.reference, today),
    },
    onProgress,
  );
  return { ...running, platforms: figures.reference.platforms };
}
