import { createHash } from "node:crypto";
import { readAssumptionDomains, readAssumptions } from "#connectors/data/readAssumptions";
import { readReference } from "#connectors/data/readReference";
import { canonicalJson } from "#core/canonicalJson";
import type { Reference } from "#core/catalog/reference";
import type { Assumption } from "#core/forecast/assumption";
import { ownAssumptions as readOwn } from "#core/forecast/ownAssumptions";
import type { IsoDate } from "#core/period";
import type { PlanGrounds } from "./planGrounds.ts";

/** What a request for a plan of whatever kind says about the figures it is to rest on. */
export interface FiguresAsked {
  /** A user's list of assumptions as read, or null. */
  readonly ownAssumptions: unknown;
  /** The workspace the plan is made in, where it is made in one. */
  readonly grounds?: Pick<PlanGrounds, "reference" | "ownAssumptions"> & Partial<Pick<PlanGrounds, "list">>;
  readonly today: IsoDate;
}

export interface Figures {
  readonly reference: Reference;
  readonly assumptions: readonly Assumption[];
  readonly ownAssumptions: readonly Assumption[];
}

/** The tables and assumptions of a plan. Throws bad-input for own assumptions that break a rule. */
export function figuresFor({ ownAssumptions: given, grounds, today }: FiguresAsked): Figures {
  const assumptions = readAssumptions();
  const year = Number(today.slice(0, 4));
  const own = given === null ? [] : readOwn(given, assumptions, readAssumptionDomains(), year);
  return {
    reference: grounds?.reference ?? readReference(),
    assumptions,
    // The file named for this plan goes before what the workspace holds.
    ownAssumptions: [...(grounds?.ownAssumptions ?? []), ...own],
  };
}

/** SHA-256, hex, of the assumptions that a stored plan rests on, the workspace's own beside the shipped. */
export function assumptionsSha256(ownAssumptions: readonly Assumption[]): string {
  const text = canonicalJson([readAssumptions(), ownAssumptions]);
  return createHash("sha256").update(text).digest("hex");
}
