import { ChoraleError, type ErrorCode, type ErrorDetail } from "#core/errors";
import { type Sentence, sentence } from "#core/sentence";
import type { FailedPlan } from "#workers/planTask";

/** An error as it was on its own thread. */
export function thrownThere({ code, sentence: says, at, details }: FailedPlan): ChoraleError {
  return new ChoraleError(code as ErrorCode, says as Sentence, at, details as readonly ErrorDetail[]);
}

/** A thread that ended without an answer. */
export function threadDied(reason: string): ChoraleError {
  return new ChoraleError("internal", sentence("error.internal", { reason }));
}
