import type { ClientConfig } from "pg";
import type { FindQuery } from "#core/catalog/discovery/find/query";
import type { SegmentAnswer } from "#core/catalog/discovery/find/searchSegment";
import type { Concept } from "#core/catalog/discovery/lexicon";
import type { QueryGroups } from "#core/catalog/discovery/queryGroups";
import type { SegmentLayout } from "#core/catalog/discovery/segment/layout";
import type { TopicSpaceData } from "#core/catalog/discovery/topicSpace";
import type { NamedBrand } from "#core/catalog/mentions";
import type { LevelRule } from "#core/catalog/professionalLevel";
import type { Topic } from "#core/catalog/topic";
import type { Which } from "#storage/search/accountStatements";
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

/** Asks for a segment of these accounts, laid out for so many who will search it. */
export interface SegmentRequest {
  readonly which: Which;
  readonly ground: IndexGround;
  readonly threads: number;
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
  /** A segment that was published before is no longer among them: whoever still holds it can free it. */
  readonly hasLetGo: boolean;
  readonly accounts: number;
}

/** Asks what a catalog's words have to do with each other. */
export type LearnRequest = Pick<RefreshRequest, "workspaceId" | "ground">;

/**
 * What the catalog's words have to do with each other, as it crosses to threads: its names in one text, a line each, and its
 * vectors in shared memory, since a hundred thousand of them copied one by one would keep the server from answering.
 */
export interface SentSpace extends Omit<TopicSpaceData, "names"> {
  readonly names: string;
}

/** What searchers are told. */
export type IndexNews =
  | { readonly kind: "publish"; readonly index: PublishedIndex }
  | { readonly kind: "teach"; readonly workspaceId: string; readonly space: SentSpace };

/** What every search thread starts with. */
export interface SearcherStart {
  readonly kernels: WebAssembly.Module;
  readonly thread: number;
  readonly concepts: readonly Concept[];
  readonly topics: readonly Topic[];
}

/** What the builder starts with; `threads` is how many will search. */
export interface IndexerStart {
  readonly connection: ClientConfig;
  readonly threads: number;
}

/** What starts that learns from a catalog. */
export interface LearnerStart extends Pick<SearcherStart, "concepts" | "topics"> {
  readonly connection: ClientConfig;
}

/** A search on its way to a thread: its text is widened there, by what the index has learned. */
export interface SearchAsked {
  readonly text: string;
  /** The last word may be unfinished. */
  readonly isTyping: boolean;
  /** Weighted words of creators, one by one, whose alike are sought. */
  readonly alike: readonly ReadonlyMap<string, number>[];
  readonly query: Omit<FindQuery, "words">;
}

export type SearchRequest =
  | IndexNews
  | ({ readonly kind: "search"; readonly workspaceId: string } & SearchAsked);

/** The answer with the words that were looked for; null to news. */
export type SearchReply = { readonly answer: SegmentAnswer; readonly words: QueryGroups | null } | null;

/** Request and reply carry the same number. */
export interface Numbered<T> {
  readonly number: number;
  readonly body: T;
}

export type NumberedReply<T> =
  | { readonly number: number; readonly body: T }
  | { readonly number: number; readonly fault: string };
