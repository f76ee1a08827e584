import type { ErrorDetail } from "#core/errors";
import { isCurrency, minorDigits } from "#core/money";
import { type IsoDate, isIsoDate } from "#core/period";
import type { Provenance } from "#core/provenance";
import { type Sentence, sentence } from "#core/sentence";
import type { AudienceDimension, AudienceShare, Rate, Snapshot } from "./creator.ts";
import { deliverablesOf } from "./platform.ts";
import type { Reference } from "./reference.ts";

export const EVIDENCE_TYPES = ["application/pdf", "image/png", "image/jpeg", "image/webp"] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** What a file is by its first bytes; null for anything that is not kept as evidence. */
export function evidenceTypeOf(head: Uint8Array): EvidenceType | null {
  const starts = (text: string, at = 0) =>
    [...text].every((letter, i) => head[at + i] === letter.charCodeAt(0));
  if (starts("%PDF-")) return "application/pdf";
  if (starts("\u0089PNG\r\n\u001a\n")) return "image/png";
  if (starts("\u00ff\u00d8\u00ff")) return "image/jpeg";
  return starts("RIFF") && starts("WEBP", 8) ? "image/webp" : null;
}

/** Figures typed beside a media kit or a screenshot. Null is not in it. */
export interface TypedFigures {
  readonly observedOn: IsoDate;
  readonly followers: number | null;
  readonly viewsAvg: number | null;
  readonly engagementsAvg: number | null;
  readonly engagementByFollowersPercent: number | null;
  readonly audience: readonly {
    readonly dimension: "country" | "city" | "age" | "gender";
    readonly key: string;
    readonly percent: number;
  }[];
  readonly prices: readonly {
    readonly deliverable: string;
    readonly priceMajor: number;
    readonly currency: string;
  }[];
}

export interface EvidenceFigures {
  readonly snapshot: Snapshot | null;
  readonly audience: readonly AudienceShare[];
  readonly rates: readonly Rate[];
}

/** Everything that is wrong with typed figures, at once; a document is refused whole. */
export function evidenceProblems(
  typed: TypedFigures,
  platform: string,
  today: IsoDate,
  reference: Reference,
): readonly ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const refuse = (at: string, rule: Sentence, value: string | number) => problems.push({ at, rule, value });
  const { observedOn, followers, viewsAvg, engagementsAvg, engagementByFollowersPercent: rate } = typed;
  if (!isIsoDate(observedOn) || observedOn > today)
    refuse("observedOn", sentence("evidence.rule.day", { today }), observedOn);
  if (followers !== null && !(Number.isSafeInteger(followers) && followers >= 0))
    refuse("followers", sentence("catalog.rule.count"), followers);
  for (const [at, value] of [
    ["viewsAvg", viewsAvg],
    ["engagementsAvg", engagementsAvg],
  ] as const)
    if (value !== null && !(value >= 0 && value <= 1e12)) refuse(at, sentence("catalog.rule.amount"), value);
  if (rate !== null && !(rate >= 0 && rate <= 1000))
    refuse("engagementByFollowersPercent", sentence("catalog.rule.share", { mostPercent: 1000 }), rate);
  const sums = new Map<AudienceDimension, number>();
  const keys = new Set<string>();
  typed.audience.forEach(({ dimension, key, percent }, i) => {
    if (!(percent >= 0 && percent <= 100))
      refuse(`audience.${i}`, sentence("catalog.rule.share", { mostPercent: 100 }), percent);
    if (keys.has(`${dimension} ${key}`)) refuse(`audience.${i}`, sentence("evidence.rule.twice"), key);
    keys.add(`${dimension} ${key}`);
    sums.set(dimension, (sums.get(dimension) ?? 0) + percent);
  });
  for (const [dimension, sumPercent] of sums)
    if (sumPercent > 105)
      refuse(
        "audience",
        sentence("catalog.rule.shareSum", { dimension, sumPercent, mostPercent: 105 }),
        sumPercent,
      );
  const sold = deliverablesOf(reference.platforms, platform).map(({ slug }) => slug);
  typed.prices.forEach(({ deliverable, priceMajor, currency }, i) => {
    if (!sold.includes(deliverable) && sold.length > 0)
      refuse(`prices.${i}`, sentence("catalog.rule.deliverable", { allowed: sold.join(" ") }), deliverable);
    if (!(priceMajor > 0 && priceMajor <= 1e12))
      refuse(`prices.${i}`, sentence("catalog.rule.price"), priceMajor);
    if (!isCurrency(currency)) refuse(`prices.${i}`, sentence("catalog.rule.currency"), currency);
  });
  return problems;
}

/** Typed figures without a problem, as the catalog keeps them. */
export function evidenceFigures(typed: TypedFigures, source: Provenance): EvidenceFigures {
  const { observedOn, followers, viewsAvg, engagementsAvg, engagementByFollowersPercent: rate } = typed;
  const isEmpty = [followers, viewsAvg, engagementsAvg, rate].every((value) => value === null);
  const snapshot: Snapshot = {
    observedOn,
    source,
    followers,
    following: null,
    posts: null,
    viewsTotal: null,
    viewsAvg,
    likesAvg: null,
    commentsAvg: null,
    sharesAvg: null,
    savesAvg: null,
    engagementsAvg,
    engagementByFollowersBp: rate === null ? null : Math.round(rate * 100),
    engagementByViewsBp: null,
    activeFollowersBp: null,
    realFollowersBp: null,
    videoShareBp: null,
    extra: {},
  };
  return {
    snapshot: isEmpty ? null : snapshot,
    audience: typed.audience.map(({ dimension, key, percent }) => ({
      dimension,
      key,
      shareBp: Math.round(percent * 100),
      // Kits list the largest countries and cities and leave the rest out.
      qualifier: dimension === "country" || dimension === "city" ? "censored" : "eq",
      source,
    })),
    rates: typed.prices.flatMap(({ deliverable, priceMajor, currency }) =>
      isCurrency(currency)
        ? [
            {
              deliverable,
              deal: "flat" as const,
              priceMinor: Math.round(Number(`${priceMajor}e${minorDigits(currency)}`)),
              priceMaxMinor: null,
              qualifier: "eq" as const,
              currency,
              commissionBp: null,
              terms: null,
              validFrom: observedOn,
              source,
            },
          ]
        : [],
    ),
  };
}
