import { ChoraleError, type ErrorDetail } from "#core/errors";
import type { FxRate } from "#core/fx";
import { isCurrency } from "#core/money";
import { dayOf, isIsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { appendEvent } from "#storage/events";
import { putFxRate, selectFxRates } from "#storage/fxRates";
import { sourceId } from "#storage/sources";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

/** A rate as somebody enters it: one unit of `base` buys `rate` units of `quote`. */
export interface EnteredFxRate {
  readonly base: string;
  readonly quote: string;
  readonly onDate: string;
  readonly rate: number;
  /** Who says so: a central bank, a bank statement. Without it the rate counts as assumed. */
  readonly source: string | null;
}

/** Enters or corrects a rate of this workspace. Throws bad-input with one detail a problem. */
export async function editFxRate(house: House, entered: EnteredFxRate, actor: string): Promise<FxRate> {
  const { workspaceId } = house;
  const at = house.now();
  const today = dayOf(at.getTime());
  const problems = problemsOf(entered, today);
  const [first] = problems;
  if (first)
    throw new ChoraleError(
      "bad-input",
      sentence("storage.fx.refused", { rule: [first.rule] }),
      first.at,
      problems,
    );

  const { base, quote, onDate } = entered;
  const source = entered.source ?? "entered by hand";
  const rate: FxRate = { base, quote, onDate, rateE9: Math.round(entered.rate * 1e9), source };
  const method = entered.source === null ? ("assumed" as const) : ("measured" as const);
  const same = (known: FxRate) => known.base === base && known.quote === quote && known.onDate === onDate;
  await inChange(house, async (trx) => {
    const before = (await selectFxRates(trx, workspaceId)).find(same) ?? null;
    const provenance = { method, source, observedOn: onDate, trust: null };
    await putFxRate(trx, workspaceId, rate, await sourceId(trx, workspaceId, provenance, "fx", house.newId));
    await appendEvent(trx, workspaceId, {
      ...{
        id: house.newId(),
        actor,
        noun: "fxRate",
        nounId: `${base}/${quote}/${onDate}`,
        verb: "entered",
        at,
      },
      ...{ before, after: rate },
    });
  });
  return rate;
}

function problemsOf({ base, quote, onDate, rate }: EnteredFxRate, today: string): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const refuse = (at: string, rule: Sentence, value: string | number) => problems.push({ at, rule, value });
  for (const [at, currency] of [
    ["base", base],
    ["quote", quote],
  ] as const)
    if (!isCurrency(currency)) refuse(at, sentence("storage.fx.currency"), currency);
  if (base === quote) refuse("quote", sentence("storage.fx.other", { base }), quote);
  if (!isIsoDate(onDate) || onDate > today) refuse("onDate", sentence("storage.fx.day", { today }), onDate);
  const rateE9 = Math.round(rate * 1e9);
  if (!(rateE9 > 0) || !Number.isSafeInteger(rateE9)) refuse("rate", sentence("storage.fx.rate"), rate);
  return problems;
}
