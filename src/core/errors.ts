import type { Sentence } from "./sentence.ts";

/** One value that broke one rule, at one place ("objective.by", "line 12, column fans"). */
export interface ErrorDetail {
  readonly at: string;
  readonly rule: Sentence;
  readonly value: string | number | boolean | null;
}

/**
 * Few codes, mapped once at each door: exit code on the terminal, status on HTTP.
 * Expected outcomes (infeasible, too-little-data) are return values and never thrown.
 */
export type ErrorCode =
  | "bad-input"
  | "usage"
  | "not-found"
  | "conflict"
  | "refused"
  | "unavailable"
  | "internal";

/** The only error the house throws on purpose. Its words are rendered at the door, in the reader's language. */
export class ChoraleError extends Error {
  readonly code: ErrorCode;
  readonly sentence: Sentence;
  readonly at: string | null;
  readonly details: readonly ErrorDetail[];

  constructor(
    code: ErrorCode,
    sentence: Sentence,
    at: string | null = null,
    details: readonly ErrorDetail[] = [],
  ) {
    super(`${code}: ${sentence.key} ${JSON.stringify(sentence.values)}${at === null ? "" : ` at ${at}`}`);
    this.name = "ChoraleError";
    this.code = code;
    this.sentence = sentence;
    this.at = at;
    this.details = details;
  }
}
