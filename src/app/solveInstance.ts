import type { Solution, SolveOptions } from "#core/solution";
import { solve } from "#core/solver/solve";
import { readInstanceFile } from "./readInstanceFile.ts";

/** Solves an instance file. `monotonicSeconds` is a clock that only runs forward; the time limit counts after reading. */
export async function solveInstance(
  path: string,
  options: Omit<SolveOptions, "elapsedSeconds">,
  monotonicSeconds: () => number,
): Promise<Solution> {
  const instance = await readInstanceFile(path);
  const begun = monotonicSeconds();
  return solve(instance, { ...options, elapsedSeconds: () => monotonicSeconds() - begun });
}
