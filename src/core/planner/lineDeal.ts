import type { Brief } from "#core/brief/brief";
import { type NamedRow, NO_TERMS } from "#core/catalog/deal";
import type { Reference } from "#core/catalog/reference";
import type { LocalNames } from "#core/localNames";
import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";
import type { Extra } from "./dealExtras.ts";
import type { ItemModel } from "./itemModel.ts";
import { dealOf, postsIn } from "./offer.ts";
import type { LineDeal } from "./planDocument.ts";

/** On what terms an item is bought, each said: what is quoted, what is assumed, what a booking past the platform leaves owed. */
export function lineDeal(item: ItemModel, brief: Brief, { deals }: Reference): LineDeal {
  const { booking, extras, bundle } = item;
  const kind = dealOf(bundle);
  const [piece] = bundle.pieces;
  const terms = piece?.offer.price.terms ?? NO_TERMS;
  const makeGood = piece?.offer.makeGood ?? null;
  const unit = piece?.offer.unit ?? null;
  const money = (amountMinor: number): Money => ({
    amountMinor: Math.round(amountMinor),
    currency: brief.currency,
  });
  const names = namesOf(deals.kinds, kind);
  const says: Sentence[] = [
    sentence("plan.deal.kind", { deal: names }),
    ...(piece && piece.offer.price.commissionBp > 0
      ? [sentence("plan.deal.commission", { share: piece.offer.price.commissionBp / 10_000 })]
      : []),
    ...(makeGood
      ? [sentence("plan.deal.guaranteed", { views: makeGood.views, chance: makeGood.chance })]
      : []),
    ...(unit ? [sentence("plan.deal.unit", { units: Math.round(unit.units) })] : []),
    ...(unit && unit.capMinor !== null ? [sentence("plan.deal.cap", { cap: money(unit.capMinor) })] : []),
    ...(kind === "package" || kind === "retainer" || kind === "trip"
      ? [sentence("plan.deal.pieces", { count: postsIn(bundle) })]
      : []),
    ...(terms.sampleReturned === true ? [sentence("plan.deal.sampleReturned")] : []),
    ...extra("rights", extras.rights, money),
    ...extra("exclusivity", extras.exclusivity, money),
    ...extra("travel", extras.travel, money),
    ...(booking.route === null
      ? []
      : [sentence("plan.deal.route", { route: namesOf(deals.routes, booking.route) })]),
    ...(item.tax === null ? [] : [taxSaid(item.tax, item, money)]),
    ...(terms.rebateBp === null
      ? []
      : [
          sentence(`plan.deal.rebate.${terms.rebateTo ?? "open"}`, {
            share: terms.rebateBp / 10_000,
            cost: money(-item.costParts.rebate),
          }),
        ]),
    ...(booking.filed === false ? [sentence("plan.deal.unfiled")] : []),
  ];
  return {
    kind,
    names,
    route: booking.route,
    filed: booking.filed,
    rights: extras.rights?.basis ?? null,
    exclusivity: extras.exclusivity?.basis ?? null,
    tax: item.tax?.basis ?? null,
    guaranteedViews: makeGood?.views ?? null,
    makeGoodChance: makeGood?.chance ?? null,
    terms: says,
  };
}

/** The terms that are more than a fee for a piece. */
export function specialTerms({ kind, terms }: LineDeal): readonly Sentence[] {
  return kind === "flat" ? terms.filter(({ key }) => key !== "plan.deal.kind") : terms;
}

function taxSaid(
  { basis, minor }: Extra,
  { costParts }: ItemModel,
  money: (amountMinor: number) => Money,
): Sentence {
  const share = costParts.fee > 0 ? minor / costParts.fee : 0;
  return sentence(`plan.deal.tax.${minor === 0 ? "none" : basis}`, { share, cost: money(minor) });
}

function extra(
  what: "rights" | "exclusivity" | "travel",
  one: Extra | null,
  money: (amountMinor: number) => Money,
): readonly Sentence[] {
  if (one === null) return [];
  const said = one.basis === "quoted" && one.minor === 0 ? "included" : one.basis;
  return [sentence(`plan.deal.${what}.${said}`, { cost: money(one.minor) })];
}

function namesOf<Slug extends string>(rows: readonly NamedRow<Slug>[], slug: Slug): LocalNames {
  const row = rows.find((one) => one.slug === slug);
  if (!row) throw new Error(`data/deals has no ${slug}`);
  return row.names;
}
