import { type Flags, type Given, numberFlag } from "./flags.ts";

/** How long and from where the solver searches: the flags that `solve`, `plan` and `compare` share. */
export const SEARCH_FLAGS = {
  seconds: { takes: "N", does: "seconds" },
  passes: { takes: "N", does: "passes" },
  seed: { takes: "N", does: "seed" },
} as const satisfies Flags;

const SECONDS_DEFAULT = 5;

/** Throws usage for what is no number or too small. */
export function searchOptions(
  command: string,
  { passes, seconds, seed }: Given<typeof SEARCH_FLAGS>["values"],
  { passesMin }: { readonly passesMin: number },
) {
  const passesMax =
    passes === undefined ? null : numberFlag(command, "--passes", passes, { min: passesMin, whole: true });
  // Passes alone decide the bytes, so they are not cut short by a clock that nobody set.
  const secondsDefault = passesMax === null ? SECONDS_DEFAULT : Number.MAX_SAFE_INTEGER;
  return {
    passesMax,
    secondsMax:
      seconds === undefined
        ? secondsDefault
        : numberFlag(command, "--seconds", seconds, { min: 0, whole: false }),
    seed: seed === undefined ? 1 : numberFlag(command, "--seed", seed, { min: 0, whole: true }),
  };
}
