import { spelling } from "#core/localNames";
import type { DealKind, Deals } from "../deal.ts";

// For longer texts than a name: "纯佣合作, 20%", "CPM结算". The first that fits wins: what is told apart by two words stands first.
const PATTERNS: readonly (readonly [RegExp, DealKind])[] = [
  [/(坑位|slot|fixed|保底|固定).*(佣|commission|分潤)/, "slot"],
  [/保量|保播放|保曝光|guarante|make-?good/, "guaranteed"],
  [/\bcp[mv]\b|cpm|cpv|按(播放|曝光|觀看|观看)|per (thousand )?view/, "view"],
  [/cpc|按点击|按點擊|per click/, "click"],
  [/cpl|cpa|留资|按线索|按名單|per lead/, "lead"],
  [/commission|affiliate|佣|cps|分潤/, "commission"],
  [/gift|barter|free|置换|寄样|置換|互惠/, "gifted"],
  [/打包|套餐|套装|套裝|package|bundle/, "package"],
  [/年框|长约|長約|长期|長期|月度|代言|大使|retainer|ambassador/, "retainer"],
  [/探店行程|踩线|采风|體驗團|press trip|fam trip/, "trip"],
  [/^(flat|fixed|fee|paid|一口价|一口價|固定)/, "flat"],
];

/** The kind of deal that a cell names; null when it names none. */
export function dealNamed({ kinds }: Deals, text: string): DealKind | null {
  const word = spelling(text);
  const called = kinds.find(({ slug, names, words }) =>
    [slug, ...Object.values(names), ...words].some((name) => spelling(name) === word),
  );
  return called?.slug ?? PATTERNS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
