import type { Instance } from "#core/instance";
import type { Solution, SolveOptions } from "#core/solution";
import { solve } from "#core/solver/solve";
import { readInstanceFile } from "./readInstanceFile.ts";

/** Solves an instance file, and hands back what it read. `monotonicSeconds` is a clock that only runs forward; the time limit counts after reading. */
export async function solveInstance(
  path: string,
  options: Omit<SolveOptions, "elapsedSeconds">,
  monotonicSeconds: () => number,
): Promise<{ readonly instance: Instance; readonly solution: Solution }> {
  const instance = await readInstanceFile(path);
  const begun = monotonicSeconds();
  const solution = solve(instance, { ...options, elapsedSeconds: () => monotonicSeconds() - begun });
  return { instance, solution };
}
