import type { CityTables } from "#core/catalog/city";
import type { Reference } from "#core/catalog/reference";
import type { Topic } from "#core/catalog/topic";
import type { PlanProgress } from "#core/planner/makePlan";

/** An input of core on its way to a thread: clock and ears stay outside. */
export type Crossing<Input> = Omit<Input, "elapsedSeconds" | "onProgress" | "shouldStop">;

/** What every task arrives with. */
export interface ArrivedTask {
  /** Look-up tables as rows: their classes do not survive the crossing. */
  readonly reference: Omit<Reference, "cities" | "topics"> & {
    readonly cities: CityTables;
    readonly topics: readonly Topic[];
  };
  /** One shared Int32: anything but 0 asks the work to end with what it has. */
  readonly stop: SharedArrayBuffer;
}

/** What a thread says: how far it is, and once how it ended. */
export type ThreadMessage<Done> =
  | { readonly kind: "progress"; readonly progress: PlanProgress }
  | { readonly kind: "done"; readonly made: Done }
  | { readonly kind: "failed"; readonly error: ThreadFault };

/** A ChoraleError as data. */
export interface ThreadFault {
  readonly code: string;
  readonly sentence: { readonly key: string; readonly values: Readonly<Record<string, unknown>> };
  readonly at: string | null;
  readonly details: readonly unknown[];
}
