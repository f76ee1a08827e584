import { convert, type FxRate } from "#core/fx";
import { type Currency, type Money, minorDigits } from "#core/money";
import type { Brief } from "./brief.ts";

const MONEY_METRICS: readonly string[] = ["revenue", "turnoverGrowth"];

/** The same brief with all its amounts in another currency, and the rates that took. Throws bad-input where none is known. */
export function briefInCurrency(
  brief: Brief,
  currency: Currency,
  table: readonly FxRate[],
): { readonly brief: Brief; readonly rates: readonly FxRate[] } {
  if (brief.currency === currency) return { brief, rates: [] };
  const { rates } = convert({ amountMinor: 0, currency: brief.currency }, currency, table);
  const into = (money: Money): Money => convert(money, currency, table).money;
  const { gift, handling, objective, order } = brief;
  const target = objective.target ?? 0;
  const inMoney = MONEY_METRICS.includes(objective.metric);
  return {
    rates,
    brief: {
      ...brief,
      currency,
      budget: brief.budget && into(brief.budget),
      gift: { value: into(gift.value), shipping: into(gift.shipping) },
      handling: { ...handling, hourlyRate: into(handling.hourlyRate) },
      order: { ...order, value: order.value && into(order.value) },
      objective: !inMoney
        ? objective
        : {
            ...objective,
            target: objective.target && into({ amountMinor: target, currency: brief.currency }).amountMinor,
            baseline: objective.baseline && majorInto(objective.baseline, brief.currency, into),
          },
    },
  };
}

function majorInto(major: number, currency: Currency, into: (money: Money) => Money): number {
  const money = into({ amountMinor: Math.round(major * 10 ** minorDigits(currency)), currency });
  return money.amountMinor / 10 ** minorDigits(money.currency);
}
