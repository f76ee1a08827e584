import type { Provenance } from "#core/provenance";
import type { Account, SnapshotFigure } from "./creator.ts";

/** An account's newest known value of a figure with its source: the newest snapshot need not hold every figure. */
export function latestFigure(
  account: Pick<Account, "snapshots">,
  figure: SnapshotFigure,
): { readonly value: number; readonly source: Provenance } | null {
  for (const snapshot of account.snapshots) {
    const value = snapshot[figure];
    if (value !== null) return { value, source: snapshot.source };
  }
  return null;
}
