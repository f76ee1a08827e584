import { Cities } from "#core/catalog/city";
import { type FactsGround, factsGround, factsOf } from "#core/catalog/discovery/facts/factsOf";
import { NOTHING_KEPT } from "#core/catalog/discovery/facts/knownAccount";
import { LearningSample } from "#core/catalog/discovery/learningSample";
import { learnTopicSpace } from "#core/catalog/discovery/learnTopicSpace";
import type { ConceptLexicon } from "#core/catalog/discovery/lexicon";
import { accountIdsOf, rowOfAccount } from "#core/catalog/discovery/segment/accountIds";
import type { SegmentLayout } from "#core/catalog/discovery/segment/layout";
import { SegmentBuilder } from "#core/catalog/discovery/segment/segmentBuilder";
import type { TopicSpaceData } from "#core/catalog/discovery/topicSpace";
import { MentionFinder } from "#core/catalog/mentions";
import { TopicLexicon } from "#core/catalog/topic";
import type { Connections } from "#storage/database";
import { accountsAmong, accountsChangedAfter, countAccounts, indexMark } from "#storage/search/indexMark";
import { keptOfCreators } from "#storage/search/keptOfCreators";
import { readAccounts } from "#storage/search/readAccounts";
import type { IndexGround, PublishedIndex, RefreshRequest } from "./searchMessages.ts";

/** More changed accounts than this, and than a fifth of the index, are read faster all together. */
const DELTA_MOST = 20_000;
/** So many small segments are made into one: each costs a search a little. */
const DELTAS_MOST = 6;

/** Posts and descriptions; more teach little more. */
const LEARNED_FROM_MOST = 40_000;
/** Ids in one statement. */
const IDS_AT_ONCE = 50_000;

interface Part {
  readonly key: number;
  readonly layout: SegmentLayout;
  /** Accounts whose row here no longer counts, in the order in which they went. */
  readonly buried: Set<string>;
}

/**
 * One workspace's index: a large segment and, beside it, small ones with what changed since. What changed is worked out anew
 * and its older row buried; nothing in a segment is ever written again.
 */
export class SearchIndexBuilder {
  private readonly workspaceId: string;
  private readonly connections: Connections;
  private readonly threads: number;
  private parts: Part[] = [];
  private nextKey = 1;
  private space: TopicSpaceData | null = null;
  private sample: LearningSample | null = null;
  private changeSeq = -1;
  private groundSha256 = "";

  constructor(workspaceId: string, connections: Connections, threads: number) {
    this.workspaceId = workspaceId;
    this.connections = connections;
    this.threads = threads;
  }

  async refresh({ ground, groundSha256 }: RefreshRequest): Promise<PublishedIndex> {
    const { db } = this.connections;
    // Read first: what is committed meanwhile has a larger number and is read again the next time.
    const { changeSeq } = await indexMark(db, this.workspaceId);
    const isAnew = this.changeSeq < 0 || groundSha256 !== this.groundSha256;
    const most = Math.max(DELTA_MOST, this.accounts / 5);
    const changed = isAnew ? [] : await accountsChangedAfter(db, this.workspaceId, this.changeSeq, most);
    if (isAnew || changed.length >= most) this.parts = [await this.build(groundOf(ground), null)];
    else if (changed.length > 0) await this.addChanged(groundOf(ground), changed);
    await this.buryGone();
    [this.changeSeq, this.groundSha256] = [changeSeq, groundSha256];
    return this.published();
  }

  /** Learns what the catalog's words have to do with each other, from a sample taken when all was read. */
  learn(lexicon: ConceptLexicon): PublishedIndex {
    if (this.sample) {
      const { documents, tokens } = this.sample;
      this.space = learnTopicSpace(documents, tokens, lexicon, { seed: 1 }).data;
      this.sample = null;
    }
    return this.published();
  }

  private published(): PublishedIndex {
    return {
      workspaceId: this.workspaceId,
      segments: this.parts.map(({ key, layout }) => ({ key, layout })),
      buried: new Map(this.parts.map(({ key, buried }) => [key, [...buried]])),
      accounts: this.accounts,
      space: this.space,
    };
  }

  private get accounts(): number {
    return this.parts.reduce((sum, { layout, buried }) => sum + layout.rows - buried.size, 0);
  }

  private async addChanged(ground: FactsGround, changed: readonly string[]): Promise<void> {
    const [whole, ...deltas] = this.parts;
    const isFull = deltas.length >= DELTAS_MOST;
    const known = isFull ? deltas.flatMap(({ layout }) => accountIdsOf(layout)) : [];
    const delta = await this.build(ground, [...new Set([...changed, ...known])].sort());
    if (whole && isFull) this.parts = [whole];
    for (const id of accountIdsOf(delta.layout)) {
      for (const { layout, buried } of this.parts) if (rowOfAccount(layout, id) !== null) buried.add(id);
    }
    this.parts.push(delta);
  }

  private async build(ground: FactsGround, accountIds: readonly string[] | null): Promise<Part> {
    const { db, pool } = this.connections;
    const kept = await keptOfCreators(db, this.workspaceId, null);
    const builder = new SegmentBuilder();
    const sample = accountIds === null ? new LearningSample(LEARNED_FROM_MOST) : null;
    for await (const batch of readAccounts(pool, { workspaceId: this.workspaceId, accountIds })) {
      for (const { creatorId, ...known } of batch) {
        const facts = factsOf({ ...known, kept: kept.get(creatorId) ?? NOTHING_KEPT }, ground);
        builder.add(facts);
        sample?.add(facts.words, known.account.posts);
      }
    }
    this.sample = sample ?? this.sample;
    return { key: this.nextKey++, layout: builder.finish(this.threads), buried: new Set() };
  }

  /** An account is gone where there are fewer than rows that count: then, and only then, all are looked for. */
  private async buryGone(): Promise<void> {
    const { db } = this.connections;
    if ((await countAccounts(db, this.workspaceId)) === this.accounts) return;
    for (const { layout, buried } of this.parts) {
      const ids = accountIdsOf(layout).filter((id) => !buried.has(id));
      for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
        const some = ids.slice(from, from + IDS_AT_ONCE);
        const there = await accountsAmong(db, this.workspaceId, some);
        for (const id of some) if (!there.has(id)) buried.add(id);
      }
    }
  }
}

function groundOf({ reference, levelRule, baseCurrency, brands }: IndexGround): FactsGround {
  return factsGround({
    reference: {
      ...reference,
      cities: new Cities(reference.cities),
      topics: new TopicLexicon(reference.topics),
    },
    levelRule,
    baseCurrency,
    mentions: new MentionFinder(brands),
  });
}
