import { canonicalJson } from "#core/canonicalJson";
import type { IsoDate } from "#core/period";
import type { Collaboration } from "../collaboration.ts";
import { type AudienceShare, type Post, type Rate, SNAPSHOT_FIGURES, type Snapshot } from "../creator.ts";
import type { CatalogRow } from "./catalogRow.ts";

/** What is already stored of one account by the sources of the file at hand; newest first where there are days. */
export interface StoredFigures {
  readonly snapshots: readonly Snapshot[];
  readonly audience: readonly (AudienceShare & { readonly observedOn: IsoDate })[];
  readonly rates: readonly Rate[];
  /** By external key, each as it was seen on some days. */
  readonly posts: ReadonlyMap<string, readonly Post[]>;
  /** What is known of the posts themselves, whoever saw them. By external key. */
  readonly postTexts: ReadonlyMap<string, PostText>;
  /** What these sources say, and what anybody says of a post. */
  readonly collaborations: readonly (Pick<Collaboration, "brandKey" | "onDate"> & {
    readonly postKey: string | null;
  })[];
}

/** What a post says, which no later day changes. */
export type PostText = Pick<Post, "tags" | "sponsored" | "caption">;

/** The parts of a row that are not stored yet. */
export interface NewFigures {
  readonly snapshots: readonly Snapshot[];
  readonly audience: readonly (AudienceShare & { readonly observedOn: IsoDate })[];
  readonly rates: readonly Rate[];
  readonly post: Post | null;
  /** The whole of a stored post's text where the row fills what was not known of it. */
  readonly postText: PostText | null;
  readonly collaborations: readonly Collaboration[];
}

const POST_FIGURES = ["postedAtMs", "views", "likes", "comments", "shares", "saves"] as const;

type Verdict = "same" | "new" | "conflict";

/**
 * What a row adds to what is stored; null when it contradicts a stored figure of the same key. A row without a day is
 * compared with the newest figures of its source: equal ones are nothing new, others are new as of `today`.
 */
export function newFigures(row: CatalogRow, stored: StoredFigures, today: IsoDate): NewFigures | null {
  const { dated } = row;
  const snapshots = fresh(row.snapshots, (snapshot) =>
    verdict(
      stored.snapshots.filter(
        ({ source }) => source.method === snapshot.source.method && source.source === snapshot.source.source,
      ),
      (other) => other.observedOn === snapshot.observedOn,
      (other) => SNAPSHOT_FIGURES.every((figure) => other[figure] === snapshot[figure]),
      dated,
    ),
  );
  const day = row.snapshots[0]?.observedOn ?? row.audience[0]?.source.observedOn ?? today;
  const shares = row.audience.map((share) => ({ ...share, observedOn: share.source.observedOn ?? day }));
  const audience = fresh(shares, (share) =>
    verdict(
      stored.audience.filter((other) => other.dimension === share.dimension && other.key === share.key),
      (other) => other.observedOn === share.observedOn,
      (other) => other.shareBp === share.shareBp && other.qualifier === share.qualifier,
      dated,
    ),
  );
  const rates = newRates(row.rates, stored.rates, dated, today);
  const post = newPost(row.post, stored, dated);
  return snapshots === null || audience === null || rates === null || post === "conflict"
    ? null
    : {
        ...{ snapshots, audience, rates, post },
        postText: filledText(row.post, stored),
        collaborations: newCollaborations(row, stored),
      };
}

/** What is stored once these figures of an account's row are: of the sources of its file, as far as its next row could repeat it. */
export function withFigures(stored: StoredFigures, figures: NewFigures): StoredFigures {
  return {
    ...stored,
    snapshots: [...figures.snapshots, ...stored.snapshots],
    audience: [...figures.audience, ...stored.audience],
    rates: [...figures.rates, ...stored.rates],
    collaborations: [
      ...figures.collaborations.map((said) => ({ ...said, postKey: null })),
      ...stored.collaborations,
    ],
  };
}

export function isNothingNew(figures: NewFigures): boolean {
  const { snapshots, audience, rates, collaborations, post, postText } = figures;
  const parts = [snapshots, audience, rates, collaborations];
  return parts.every((part) => part.length === 0) && post === null && postText === null;
}

function newRates(
  rates: readonly Rate[],
  stored: readonly Rate[],
  dated: boolean,
  today: IsoDate,
): readonly Rate[] | null {
  const fellows = (rate: Rate) =>
    stored.filter(
      (other) =>
        other.deliverable === rate.deliverable &&
        other.deal === rate.deal &&
        other.source.method === rate.source.method,
    );
  // The first quote without a day stays so; the next one has taken effect by the day it was heard of.
  const asOf = (rate: Rate) =>
    rate.validFrom === null && fellows(rate).some((other) => !isEqualRate(other, rate))
      ? { ...rate, validFrom: today }
      : rate;
  return fresh(rates.map(asOf), (rate) =>
    verdict(
      fellows(rate),
      (other) => other.validFrom === rate.validFrom,
      (other) => isEqualRate(other, rate),
      dated,
    ),
  );
}

function isEqualRate(a: Rate, b: Rate): boolean {
  return (
    a.priceMinor === b.priceMinor &&
    a.priceMaxMinor === b.priceMaxMinor &&
    a.qualifier === b.qualifier &&
    a.currency === b.currency &&
    a.commissionBp === b.commissionBp &&
    canonicalJson(a.terms) === canonicalJson(b.terms)
  );
}

function newPost(post: Post | null, stored: StoredFigures, dated: boolean): Post | null | "conflict" {
  if (post === null) return null;
  const found = verdict(
    stored.posts.get(post.externalKey) ?? [],
    (other) => other.observedOn === post.observedOn,
    (other) => POST_FIGURES.every((figure) => other[figure] === post[figure]),
    dated,
  );
  return found === "new" ? post : found === "same" ? null : found;
}

// Another export of the same post only fills what is not known of it, as a profile's does.
function filledText(post: Post | null, stored: StoredFigures): PostText | null {
  const known = post === null ? undefined : stored.postTexts.get(post.externalKey);
  if (post === null || known === undefined) return null;
  const filled = {
    tags: known.tags.length > 0 || post.tags.length === 0 ? known.tags : post.tags,
    sponsored: known.sponsored ?? post.sponsored,
    caption: known.caption ?? post.caption,
  };
  const isFuller =
    filled.tags !== known.tags || filled.sponsored !== known.sponsored || filled.caption !== known.caption;
  return isFuller ? filled : null;
}

function newCollaborations(
  { collaborations, post }: CatalogRow,
  stored: StoredFigures,
): readonly Collaboration[] {
  const postKey = post?.externalKey ?? null;
  return collaborations.filter(
    ({ brandKey, onDate }) =>
      !stored.collaborations.some(
        (other) => other.brandKey === brandKey && other.onDate === onDate && other.postKey === postKey,
      ),
  );
}

// Of one part of a row: what is new of it, or null when one of it contradicts.
function fresh<T>(parts: readonly T[], judge: (part: T) => Verdict): readonly T[] | null {
  const kept: T[] = [];
  for (const part of parts) {
    const found = judge(part);
    if (found === "conflict") return null;
    if (found === "new") kept.push(part);
  }
  return kept;
}

function verdict<T>(
  fellows: readonly T[],
  isSameKey: (other: T) => boolean,
  isEqual: (other: T) => boolean,
  dated: boolean,
): Verdict {
  const same = fellows.find(isSameKey);
  if (same !== undefined) return isEqual(same) ? "same" : "conflict";
  const [newest] = fellows;
  return !dated && newest !== undefined && isEqual(newest) ? "same" : "new";
}
