import type { Instance } from "#core/instance";
import { ATOMS_FEW } from "./atomSample.ts";
import { type Market, type Respent, respendBeside } from "./judgeMarket.ts";
import { rowsBroken } from "./judgeRows.ts";
import { simulate } from "./simulate.ts";

/** A swap has to bring a tenth more than the line itself: less is not worth the talk. */
const LINE_SHARE = 0.1;
/** And this share of the whole list, so that a line that adds nothing is not exchanged for next to nothing. */
const LIST_SHARE = 0.002;
/** Draws of the paired check that a gain is not the luck of the draws, and the errors it must exceed. */
const DRAWS = 1_000;
const ERRORS = 2;
const HALVINGS = 10;
/** Prices beyond this many times the asked one are not looked at. */
const DEARER_MOST = 4;

/** A line set against what its money would buy instead, in the list as it stands by then. */
export interface Weighed {
  /** What the list loses without the line. */
  readonly marginal: number;
  readonly instead: Respent;
  /** By so much `instead` has to exceed `marginal` to count. */
  readonly threshold: number;
  readonly swapped: boolean;
  /** All-in cost up to which the line stays, minor units; null: it stays at any price that was looked at. */
  readonly staysUpToMinor: number | null;
}

/**
 * Walks from the list towards better ones, dearest mistake first: of the lines that may go, the one whose money gains most
 * elsewhere is swapped, and the next is weighed in the list that then stands, so that no creator is named twice and the
 * gains add up. Lines that stay are weighed in the list that is left in the end.
 */
export function weighLines(
  listed: readonly string[],
  mayGo: ReadonlySet<string>,
  market: Market,
  instance: Instance,
  seed: number,
): { readonly weighed: ReadonlyMap<string, Weighed>; readonly improved: readonly string[] } {
  let current = listed;
  const listValue = market.coverage.value(listed);
  const weighed = new Map<string, Weighed>();
  const weigh = (id: string) => weighIn(id, current, listValue, market);
  let open = listed.filter((id) => mayGo.has(id)).map((id) => ({ id, steps: 0, found: weigh(id) }));
  for (let steps = 0; open.length > 0; ) {
    open.sort((a, b) => b.found.gain - a.found.gain || (a.id < b.id ? -1 : 1));
    const [top, ...others] = open;
    if (!top) break;
    if (top.steps < steps) {
      open = [{ id: top.id, steps, found: weigh(top.id) }, ...others];
      continue;
    }
    open = others;
    const next = after(top.id, top.found.instead, current);
    if (top.found.gain <= 0) break;
    if (!isAllowed(next, current, instance, market) || !isClear(next, current, instance, market, seed))
      continue;
    weighed.set(top.id, {
      ...top.found,
      swapped: true,
      staysUpToMinor: staysUpTo(top.id, top.found, current, market),
    });
    current = next;
    steps++;
  }
  for (const id of listed) {
    if (weighed.has(id)) continue;
    const found = weigh(id);
    weighed.set(id, { ...found, swapped: false, staysUpToMinor: staysUpTo(id, found, current, market) });
  }
  return { weighed, improved: current };
}

function weighIn(id: string, current: readonly string[], listValue: number, market: Market) {
  const rest = current.filter((other) => other !== id);
  const [marginal = 0] = market.coverage.marginalGains(rest, [id]);
  const instead = respendBeside(rest, market)(costOf(id, market));
  const threshold = Math.max(LINE_SHARE * marginal, LIST_SHARE * listValue);
  return { marginal, instead, threshold, gain: instead.value - marginal - threshold };
}

function staysUpTo(
  id: string,
  { marginal, threshold }: Pick<Weighed, "marginal" | "threshold">,
  current: readonly string[],
  market: Market,
): number | null {
  const rest = current.filter((other) => other !== id);
  const respend = respendBeside(rest, market);
  const stays = (costMinor: number) => respend(costMinor).value <= marginal + threshold;
  const asked = costOf(id, market);
  let [low, high] = [0, DEARER_MOST * asked];
  if (stays(high)) return null;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = i === 0 ? asked : (low + high) / 2;
    if (stays(middle)) low = middle;
    else high = middle;
  }
  return Math.floor(low);
}

function after(id: string, instead: Respent, current: readonly string[]): readonly string[] {
  return [...current.filter((other) => other !== id), ...instead.items.map(({ bundle }) => bundle.id)];
}

/** A swap may not break what the brief asks of the whole: how many creators, of which kinds. */
function isAllowed(
  next: readonly string[],
  current: readonly string[],
  instance: Instance,
  { coverage }: Market,
) {
  const broken = rowsBroken(current, instance, coverage);
  return rowsBroken(next, instance, coverage).every((row) => broken.includes(row));
}

function isClear(
  next: readonly string[],
  current: readonly string[],
  instance: Instance,
  { model }: Market,
  seed: number,
): boolean {
  const draw = (ids: readonly string[]) => {
    const items = ids.flatMap((id) => model.items.get(id) ?? []);
    return simulate(items, model, instance, { draws: DRAWS, seed, atoms: ATOMS_FEW }).outcomes;
  };
  const before = draw(current);
  const gains = draw(next).map((outcome, d) => outcome - before[d]!);
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / DRAWS;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (DRAWS - 1);
  return mean > ERRORS * Math.sqrt(variance / DRAWS);
}

function costOf(id: string, { coverage }: Market): number {
  return coverage.place(id).item.cost;
}
