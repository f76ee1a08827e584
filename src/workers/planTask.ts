import type { Brief } from "#core/brief/brief";
import type { CityTables } from "#core/catalog/city";
import type { Creator } from "#core/catalog/creator";
import type { Reference } from "#core/catalog/reference";
import type { Topic } from "#core/catalog/topic";
import type { Assumption } from "#core/forecast/assumption";
import type { PurchaseKind } from "#core/forecast/response";
import type { Instance } from "#core/instance";
import type { IsoDate } from "#core/period";
import type { PlanProgress } from "#core/planner/makePlan";
import type { PlanDocument } from "#core/planner/planDocument";

/** What a plan is made of, in a form that crosses threads: look-up tables as rows, the clock and the ear left outside. */
export interface PlanTask {
  readonly brief: Brief;
  readonly briefDocument: unknown;
  readonly creators: readonly Creator[];
  /** As in the planner's own input. */
  readonly slotsWhenShort: boolean;
  readonly reference: Omit<Reference, "cities" | "topics"> & {
    readonly cities: CityTables;
    readonly topics: readonly Topic[];
  };
  readonly assumptions: readonly Assumption[];
  readonly ownAssumptions: readonly Assumption[];
  readonly purchase: PurchaseKind | null;
  readonly seed: number;
  readonly secondsMax: number;
  readonly passesMax: number | null;
  readonly madeOn: IsoDate;
  /** Whether the caller wants the solver's instance, which is large. */
  readonly withInstance: boolean;
  /** One shared Int32: anything but 0 asks the plan to end with what it has. */
  readonly stop: SharedArrayBuffer;
}

export type PlanMessage =
  | { readonly kind: "progress"; readonly progress: PlanProgress }
  | { readonly kind: "done"; readonly document: PlanDocument; readonly instance: Instance | null }
  | { readonly kind: "failed"; readonly error: FailedPlan };

/** A ChoraleError as data: its class does not survive the crossing. */
export interface FailedPlan {
  readonly code: string;
  readonly sentence: { readonly key: string; readonly values: Readonly<Record<string, unknown>> };
  readonly at: string | null;
  readonly details: readonly unknown[];
}
