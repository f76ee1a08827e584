import type { Assumption } from "#core/forecast/assumption";
import { logSdOf } from "#core/forecast/belief";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import { scopeOf } from "./offer.ts";

/** Something that moves several items of a plan at once, drawn once a scenario. */
export interface ScenarioFactor {
  readonly key: string;
  /** Key and scope, or what a shock befalls. */
  readonly name: string;
  readonly assumption: Assumption;
  /** An assumed rate that may be wrong, or a shock that happens to any campaign. */
  readonly kind: "assumed" | "shock";
  readonly logSd: number;
}

/** Which factors move an item's views, the part of its audience in the target, and its response, with their exponents. */
export interface ItemFactors {
  readonly audience: readonly { readonly factor: number; readonly weight: number }[];
  readonly views: readonly { readonly factor: number; readonly weight: number }[];
  readonly response: readonly { readonly factor: number; readonly weight: number }[];
  /** Of the split of views between followers and strangers. */
  readonly split: number;
}

export interface SharedFactors {
  readonly factors: readonly ScenarioFactor[];
  readonly of: readonly ItemFactors[];
  /** How many people there are to reach. */
  readonly audienceSize: number;
}

export function sharedFactors(items: readonly ItemModel[], model: CampaignModel): SharedFactors {
  const factors: ScenarioFactor[] = [];
  const places = new Map<string, number>();
  const place = (assumption: Assumption, kind: ScenarioFactor["kind"], name: string, logSd: number) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    factors.push({ key: assumption.key, name, assumption, kind, logSd });
    places.set(name, factors.length - 1);
    return factors.length - 1;
  };
  const rate = (assumption: Assumption) =>
    place(
      assumption,
      "assumed",
      `${assumption.key}|${JSON.stringify(assumption.scope)}`,
      logSdOf(assumption),
    );
  const { book, brief } = model;
  const shock = (key: string, of: string) => {
    const assumption = book.find(key, {}, "shared shocks");
    return place(assumption, "shock", `${key}|${of}`, assumption.value);
  };
  const of = items.map((item): ItemFactors => {
    const { platform } = item.bundle.account;
    const perViewer = book.find("views-per-viewer", scopeOf(item.bundle), "feed visibility");
    const [topic = "none"] = item.bundle.account.topics;
    const belief = model.audience.of.get(item.bundle.account.id)?.mix.geoBelief ?? null;
    return {
      audience: belief === null ? [] : [{ factor: rate(belief), weight: 1 }],
      views: [
        ...item.figure.factors.map((f) => ({ factor: rate(f.assumption), weight: f.weight })),
        ...(model.metric.kind === "sum" ? [] : [{ factor: rate(perViewer), weight: -1 }]),
        ...[shock("shock-platform", platform), shock("shock-topic", topic), shock("shock-campaign", "")].map(
          (factor) => ({ factor, weight: 1 }),
        ),
        { factor: shock("shock-calibration", ""), weight: 1 },
      ].filter(({ factor }) => (factors[factor]?.logSd ?? 0) > 0),
      response: item.responseFactors.map((f) => ({ factor: rate(f.assumption), weight: f.weight })),
      split: rate(book.find("follower-view-share", scopeOf(item.bundle), "feed visibility")),
    };
  });
  // Internet users are known within a few per cent; how many of them use the platform is not.
  const size = book.find(
    "platform-use",
    { platform: mainPlatform(items), market: brief.market },
    "people to reach",
  );
  return { factors, of, audienceSize: rate(size) };
}

function mainPlatform(items: readonly ItemModel[]): string {
  const count = new Map<string, number>();
  for (const { bundle } of items) {
    const { platform } = bundle.account;
    count.set(platform, (count.get(platform) ?? 0) + 1);
  }
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** Shown beside a factor: which row of the assumptions it is. */
export function factorName(factor: ScenarioFactor): string {
  const scope = Object.values(factor.assumption.scope).join(" ");
  return scope === "" ? factor.key : `${factor.key} (${scope})`;
}
