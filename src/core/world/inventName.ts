import type { Random } from "#core/random";
import { pick } from "./inventAccount.ts";
import type { TrueAccount } from "./trueAccount.ts";
import type { WorldSpec } from "./worldSpec.ts";

export interface InventedName {
  readonly displayName: string;
  /** Begins with demo_ and ends with the creator's number: no platform has such an account, and it shows. */
  readonly handle: string;
}

export function inventName(spec: WorldSpec, account: TrueAccount, k: number, random: Random): InventedName {
  const syllable = () => spec.syllables[random.below(spec.syllables.length)] ?? "";
  const [first, last] = [syllable() + syllable(), syllable() + syllable()];
  const handle = `demo_${first}${last}_${k + 1}`;
  if (spec.languages[account.place.country] !== "zh")
    return { displayName: `${capital(first)} ${capital(last)} (demo)`, handle };
  const characters = [...spec.characters];
  const one = () =>
    characters[
      pick(
        characters.map(() => 1),
        random,
      )
    ] ?? "";
  return { displayName: `${one()}${one()}${spec.topics[account.topic]?.suffix ?? ""}（示例）`, handle };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
