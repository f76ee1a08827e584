import type { PlanLine } from "#core/planner/planDocument";
import type { Words } from "../words/words.tsx";

export interface NamedLine extends Pick<PlanLine, "creatorName"> {
  /** Lists of real creators have none. */
  readonly slot?: PlanLine["slot"];
}

/** Who a line is for: a creator by name, or what the place without a name is for. */
export function lineName({ say }: Pick<Words, "say">, { slot, creatorName }: NamedLine): string {
  return slot ? say(slot.says) : creatorName;
}
