import type { Metric } from "#core/brief/brief";
import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import { chance, outcome, plainAmount } from "./amount.ts";
import type { Forecast, PlanDocument, PlanLine } from "./planDocument.ts";
import type { SlotKind } from "./slotKind.ts";

/** A figure of two plans; null where one of them has none. */
export interface Moved<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** What became of the lines of one creator, or of the slots of one kind. */
export interface ChangedLines {
  readonly creator: string | null;
  readonly slot: SlotKind | null;
  readonly lines: { readonly before: number; readonly after: number };
  readonly cost: { readonly before: Money; readonly after: Money };
  readonly says: Sentence;
}

/** What a plan has otherwise than an earlier one. */
export interface PlanChanges {
  readonly cost: Moved<Money>;
  /** Null: the plans count different things, or in different currencies. */
  readonly forecast: Readonly<Record<"mean" | "p05" | "p50" | "p95", Moved<number>>> | null;
  readonly probabilityOfTarget: Moved<number>;
  readonly people: Moved<number>;
  readonly lines: readonly ChangedLines[];
  readonly says: readonly Sentence[];
}

/** The parts of a plan that are compared: so much has to be read of a plan that comes from a file. */
export type ComparedPlan = Pick<PlanDocument, "currency" | "lines" | "totals" | "forecast" | "reach"> & {
  readonly list?: PlanDocument["list"];
};

/** What changed from one plan of a brief to the next: money, forecast, and line by line who came, went or was booked otherwise. */
export function planChanges(before: ComparedPlan, after: ComparedPlan): PlanChanges {
  const [was, is] = [before.forecast, after.forecast];
  const alike = was !== null && is !== null && was.metric === is.metric && before.currency === after.currency;
  const moved = (key: "mean" | "p05" | "p50" | "p95") => ({
    before: was?.[key] ?? null,
    after: is?.[key] ?? null,
  });
  const lines = changedLines(before, after);
  return {
    cost: { before: before.totals.cost, after: after.totals.cost },
    forecast: alike ? { mean: moved("mean"), p05: moved("p05"), p50: moved("p50"), p95: moved("p95") } : null,
    probabilityOfTarget: {
      before: was?.probabilityOfTarget ?? null,
      after: is?.probabilityOfTarget ?? null,
    },
    people: { before: before.reach?.people ?? null, after: after.reach?.people ?? null },
    lines,
    says: [
      ...listWords(before.list ?? null, after.list ?? null),
      ...lines.map(({ says }) => says),
      ...(alike ? figureWords(before, after, was, is) : [sentence("plan.changes.unlike")]),
    ],
  };
}

function listWords(before: PlanDocument["list"], after: PlanDocument["list"]): Sentence[] {
  if (before?.id === after?.id) return [];
  return [
    after === null
      ? sentence("plan.changes.fromAll")
      : sentence("plan.changes.fromList", { name: after.name }),
  ];
}

function figureWords(
  before: ComparedPlan,
  after: ComparedPlan,
  was: Forecast,
  is: Forecast,
): readonly Sentence[] {
  const cost = { before: before.totals.cost, after: after.totals.cost };
  const words = [
    sentence(
      cost.before.amountMinor === cost.after.amountMinor ? "plan.changes.sameCost" : "plan.changes.cost",
      cost,
    ),
  ];
  const say = (forecast: Forecast) => spokenForecast(is.metric, forecast, after.currency);
  const [then, now] = [say(was), say(is)];
  const same = JSON.stringify(then) === JSON.stringify(now);
  words.push(
    same
      ? sentence("plan.changes.sameForecast", { likely: now.likely, low: now.low, high: now.high })
      : sentence("plan.changes.forecast", {
          ...{ likelyBefore: then.likely, lowBefore: then.low, highBefore: then.high },
          ...now,
        }),
  );
  if (was.probabilityOfTarget !== null && is.probabilityOfTarget !== null) {
    const rough = was.rough || is.rough;
    // A rough plan knows its chance in tenths.
    const said = (probability: number) => (rough ? chance(probability) : probability);
    const values = { before: said(was.probabilityOfTarget), after: said(is.probabilityOfTarget) };
    const isSame = JSON.stringify(values.before) === JSON.stringify(values.after);
    words.push(sentence(`plan.changes.${isSame ? "sameChance" : "chance"}${rough ? "Rough" : ""}`, values));
  }
  return words;
}

function spokenForecast(metric: Metric, { p05, p50, p95, rough }: Forecast, currency: string) {
  const say = (value: number) => plainAmount(metric, outcome(value, rough), currency);
  return { likely: say(p50), low: say(p05), high: say(p95) };
}

function changedLines(before: ComparedPlan, after: ComparedPlan): readonly ChangedLines[] {
  const [was, is] = [linesByWhom(before), linesByWhom(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((whom): ChangedLines[] => {
    const [then, now] = [was.get(whom) ?? [], is.get(whom) ?? []];
    const [one] = [...now, ...then];
    if (one === undefined || bookingOf(then) === bookingOf(now)) return [];
    const slot = one.slot ?? null;
    const cost = { before: costOf(then, before.currency), after: costOf(now, after.currency) };
    const lines = { before: then.length, after: now.length };
    const who = slot === null ? sentence("plan.changes.creator", { creator: one.creatorName }) : slot.says;
    const says = sentence(`plan.changes.${kindOf(then, now, slot)}`, {
      ...{ who: [who], before: lines.before, after: lines.after },
      ...{ costBefore: cost.before, costAfter: cost.after },
    });
    return [{ creator: slot === null ? one.creator : null, slot, lines, cost, says }];
  });
}

function kindOf(then: readonly PlanLine[], now: readonly PlanLine[], slot: SlotKind | null): string {
  if (slot !== null) return then.length === now.length ? "slotsBooked" : "slots";
  if (then.length === 0) return "added";
  return now.length === 0 ? "dropped" : "booked";
}

/** A creator's lines are his; slots of one kind are one as good as the other. */
function linesByWhom({ lines }: ComparedPlan): ReadonlyMap<string, readonly PlanLine[]> {
  const by = new Map<string, PlanLine[]>();
  for (const line of lines) {
    // Plans from before there were slots have no such key.
    const whom = line.slot?.id ?? line.creator;
    by.set(whom, [...(by.get(whom) ?? []), line]);
  }
  return by;
}

function bookingOf(lines: readonly PlanLine[]): string {
  return lines
    .map(({ deliverable, count, cost }) => `${deliverable}*${count} ${cost.amountMinor} ${cost.currency}`)
    .sort()
    .join("|");
}

function costOf(lines: readonly PlanLine[], currency: string): Money {
  return { amountMinor: lines.reduce((sum, { cost }) => sum + cost.amountMinor, 0), currency };
}
