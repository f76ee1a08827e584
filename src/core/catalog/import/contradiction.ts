import { type AudienceShare, type Post, type Rate, SNAPSHOT_FIGURES, type Snapshot } from "../creator.ts";
import type { CatalogRow } from "./catalogRow.ts";

/** What earlier rows said of an account. */
export interface SaidBefore {
  readonly snapshots: readonly Snapshot[];
  readonly posts: ReadonlyMap<string, Post>;
  /** By `dimension key`. */
  readonly audience: ReadonlyMap<string, AudienceShare>;
  readonly rates: readonly Rate[];
}

/** A figure, in the words of mapping files, that two rows of the same day give differently. */
export interface Contradiction {
  readonly figure: string;
  readonly said: number | string;
  readonly known: number | string;
  /** Who said so before. */
  readonly source: string;
}

const POST_FIGURES = ["views", "likes", "comments", "shares", "saves"] as const;

/** The first figure of a row that contradicts what was said of the same day; what only one of them knows does not. */
export function contradictionOf(row: CatalogRow, before: SaidBefore): Contradiction | null {
  for (const snapshot of row.snapshots)
    for (const other of before.snapshots.filter((known) => isSameDay(known, snapshot)))
      for (const figure of SNAPSHOT_FIGURES) {
        const [said, known] = [snapshot[figure], other[figure]];
        if (said !== null && known !== null && said !== known)
          return { figure, said, known, source: other.source.source };
      }
  for (const share of row.audience) {
    const other = before.audience.get(`${share.dimension} ${share.key}`);
    if (other && other.source.observedOn === share.source.observedOn && other.shareBp !== share.shareBp) {
      const figure = `audience.${share.dimension}.${share.key}`;
      return { figure, said: percent(share), known: percent(other), source: other.source.source };
    }
  }
  for (const rate of row.rates) {
    const other = before.rates.find((known) => isSameOffer(known, rate));
    if (other && price(other) !== price(rate))
      return {
        figure: `rate.${rate.deliverable}`,
        said: price(rate),
        known: price(other),
        source: other.source.source,
      };
  }
  return postContradiction(row, before);
}

function postContradiction({ post, source }: CatalogRow, before: SaidBefore): Contradiction | null {
  const other = post === null ? undefined : before.posts.get(post.externalKey);
  if (post === null || other === undefined || other.observedOn !== post.observedOn) return null;
  for (const figure of POST_FIGURES) {
    const [said, known] = [post[figure], other[figure]];
    if (said !== null && known !== null && said !== known)
      return { figure, said, known, source: source.source };
  }
  return null;
}

/** The snapshots of a row that know something which those of the same day do not. */
export function newSnapshots(row: CatalogRow, before: SaidBefore): readonly Snapshot[] {
  return row.snapshots.filter((snapshot) => {
    const others = before.snapshots.filter((known) => isSameDay(known, snapshot));
    const isKnown = (figure: (typeof SNAPSHOT_FIGURES)[number]) =>
      snapshot[figure] === null || others.some((other) => other[figure] !== null);
    return others.length === 0 || !SNAPSHOT_FIGURES.every(isKnown);
  });
}

/** Whether two prices are of the same thing, so that only one of them can be right. */
export function isSameOffer(a: Rate, b: Rate): boolean {
  return a.deliverable === b.deliverable && a.deal === b.deal && a.validFrom === b.validFrom;
}

function isSameDay(a: Snapshot, b: Snapshot): boolean {
  return a.observedOn === b.observedOn && a.source.method === b.source.method;
}

function percent({ shareBp }: AudienceShare): string {
  return `${shareBp / 100}%`;
}

function price({ priceMinor, priceMaxMinor, currency }: Rate): string {
  return `${priceMinor}${priceMaxMinor === null ? "" : `-${priceMaxMinor}`} ${currency} (minor units)`;
}
