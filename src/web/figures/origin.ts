import type { MethodShares } from "#core/planner/planDocument";
import type { Method, Trust } from "#core/provenance";

/** Where a figure comes from: what its opened card says. Texts are already in the reader's language. */
export interface Origin {
  readonly says?: string | undefined;
  readonly method?: Method | undefined;
  readonly source?: string | undefined;
  readonly on?: string | null | undefined;
  readonly denominator?: string | null | undefined;
  readonly trust?: Trust | null | undefined;
  readonly range?: string | undefined;
  readonly shares?: MethodShares | undefined;
}
