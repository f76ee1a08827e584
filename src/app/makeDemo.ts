import { readWorldSpec } from "#connectors/data/readWorldSpec";
import type { IsoDate } from "#core/period";
import { makeWorld, type World } from "#core/world/world";

const SEED = 1;
const CREATORS = 300;

/** The demo market as it stands on a day: the same creators every time, their posts counted back from that day. */
export function makeDemo(today: IsoDate): World {
  return makeWorld(readWorldSpec(), { seed: SEED, creators: CREATORS, today, samples: null });
}
