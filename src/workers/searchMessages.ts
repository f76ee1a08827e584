import type { FindQuery } from "#core/catalog/discovery/find/query";
import type { SegmentAnswer } from "#core/catalog/discovery/find/searchSegment";
import type { SegmentLayout } from "#core/catalog/discovery/segment/layout";
import type { NamedBrand } from "#core/catalog/mentions";
import type { LevelRule } from "#core/catalog/professionalLevel";
import type { ArrivedTask } from "./threadMessage.ts";

/** What facts are worked out with, as it crosses to a thread. */
export interface IndexGround {
  readonly reference: ArrivedTask["reference"];
  readonly levelRule: LevelRule;
  readonly baseCurrency: string;
  readonly brands: readonly NamedBrand[];
}

/** Asks the builder to bring a workspace's index up to date. */
export interface RefreshRequest {
  readonly workspaceId: string;
  readonly ground: IndexGround;
  /** Another one than before: everything is worked out anew. */
  readonly groundSha256: string;
}

/** A segment of an index; a key is never used again for another one. */
export interface KeyedSegment {
  readonly key: number;
  readonly layout: SegmentLayout;
}

/** An index as it stands: all of its segments, and the accounts whose rows in older ones no longer count. */
export interface PublishedIndex {
  readonly workspaceId: string;
  readonly segments: readonly KeyedSegment[];
  /** By segment: accounts that were buried since it was published first. */
  readonly buried: ReadonlyMap<number, readonly string[]>;
  readonly accounts: number;
}

export type SearchRequest =
  | { readonly kind: "publish"; readonly index: PublishedIndex }
  | { readonly kind: "search"; readonly workspaceId: string; readonly query: FindQuery };

export type SearchReply = SegmentAnswer | null;

/** Request and reply carry the same number. */
export interface Numbered<T> {
  readonly number: number;
  readonly body: T;
}

export type NumberedReply<T> =
  | { readonly number: number; readonly body: T }
  | { readonly number: number; readonly fault: string };
