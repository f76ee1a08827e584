import type { Rate } from "#core/catalog/creator";
import type { QuotedExtra } from "#core/catalog/deal";
import type { Names } from "../doors/names.ts";
import type { Words } from "../words/words.tsx";

const REBATE = {
  open: "terms.rebate",
  buyer: "terms.rebateBuyer",
  deducted: "terms.rebateDeducted",
} as const;

/** What a quote says beyond its price, a few words each; nothing of what it leaves open. */
export function sayTerms(words: Words, names: Names, { terms, currency }: Rate): readonly string[] {
  if (!terms) return [];
  const { t, number, percent, money } = words;
  const extra = ({ feeMinor, feeShareBp }: QuotedExtra) =>
    feeMinor !== null
      ? money({ amountMinor: feeMinor, currency })
      : feeShareBp !== null
        ? percent(feeShareBp / 10_000)
        : t("terms.included");
  return [
    ...(terms.guaranteedViews === null ? [] : [t("terms.views", { views: number(terms.guaranteedViews) })]),
    ...(terms.pieces === null ? [] : [t("terms.pieces", { pieces: number(terms.pieces) })]),
    ...(terms.usageRights ? [t("terms.rights", { cost: extra(terms.usageRights) })] : []),
    ...(terms.exclusivity ? [t("terms.exclusivity", { cost: extra(terms.exclusivity) })] : []),
    ...(terms.route === null ? [] : [names.route(terms.route)]),
    ...(terms.filed === null ? [] : [t(terms.filed ? "terms.filed" : "terms.unfiled")]),
    ...(terms.taxIncluded !== false
      ? []
      : [
          terms.taxBp === null
            ? t("terms.taxExcluded")
            : t("terms.taxExcludedAt", { rate: percent(terms.taxBp / 10_000) }),
        ]),
    ...(terms.rebateBp === null
      ? []
      : [t(REBATE[terms.rebateTo ?? "open"], { share: percent(terms.rebateBp / 10_000) })]),
  ];
}
