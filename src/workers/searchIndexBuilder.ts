import { accountIdsOf, rowOfAccount } from "#core/catalog/discovery/segment/accountIds";
import type { SegmentLayout } from "#core/catalog/discovery/segment/layout";
import type { Connections } from "#storage/database";
import type { Which } from "#storage/search/accountStatements";
import {
  accountAt,
  accountsAmong,
  accountsChangedAfter,
  countAccounts,
  indexMark,
} from "#storage/search/indexMark";
import { AskThread } from "./askThread.ts";
import { buildSegment } from "./buildSegment.ts";
import type { IndexGround, PublishedIndex, RefreshRequest, SegmentRequest } from "./searchMessages.ts";

/** More accounts than this to read again, and than a fifth of the index, are read faster all together. */
const DELTA_MOST = 20_000;
/** So many small segments are made into one: each costs a search a little. */
const DELTAS_MOST = 6;
/** From so many accounts on, two threads build half of them each: a thread takes a quarter of a second to start. */
const HALVED_FROM = 50_000;

/** Ids in one statement. */
const IDS_AT_ONCE = 50_000;

interface Part {
  readonly key: number;
  readonly layout: SegmentLayout;
  /** Built of everything, not of what changed since. */
  readonly isLarge: boolean;
  /** Accounts whose row here no longer counts, in the order in which they went. */
  readonly buried: Set<string>;
}

/** What a builder works with: `threads` is how many will search. */
export interface BuilderStart {
  readonly connections: Connections;
  readonly threads: number;
  readonly halvedFrom?: number;
  readonly deltaMost?: number;
}

/**
 * One workspace's index: a large segment or two and, beside them, small ones with what changed since. What changed is worked
 * out anew and its older row buried; nothing in a segment is ever written again.
 */
export class SearchIndexBuilder {
  private readonly workspaceId: string;
  private readonly start: Required<BuilderStart>;
  private parts: Part[] = [];
  private nextKey = 1;
  private changeSeq = -1;
  private groundSha256 = "";

  constructor(workspaceId: string, start: BuilderStart) {
    this.workspaceId = workspaceId;
    this.start = { halvedFrom: HALVED_FROM, deltaMost: DELTA_MOST, ...start };
  }

  async refresh({ ground, groundSha256 }: RefreshRequest): Promise<PublishedIndex> {
    const { db } = this.start.connections;
    const before = this.parts.map(({ key }) => key);
    // Read first: what is committed meanwhile has a larger number and is read again the next time.
    const { changeSeq } = await indexMark(db, this.workspaceId);
    const isAnew = this.changeSeq < 0 || groundSha256 !== this.groundSha256;
    const most = Math.max(this.start.deltaMost, this.accounts / 5);
    const changed = isAnew ? [] : await accountsChangedAfter(db, this.workspaceId, this.changeSeq, most);
    const again = changed.length === 0 ? [] : this.withDeltas(changed);
    if (isAnew || again.length >= most) await this.buildAll(ground);
    else if (again.length > 0) await this.addChanged(ground, again);
    await this.buryGone();
    [this.changeSeq, this.groundSha256] = [changeSeq, groundSha256];
    return this.published(before);
  }

  private published(before: readonly number[]): PublishedIndex {
    const keys = new Set(this.parts.map(({ key }) => key));
    return {
      workspaceId: this.workspaceId,
      segments: this.parts.map(({ key, layout }) => ({ key, layout })),
      buried: new Map(this.parts.map(({ key, buried }) => [key, [...buried]])),
      hasLetGo: before.some((key) => !keys.has(key)),
      accounts: this.accounts,
    };
  }

  private get accounts(): number {
    return this.parts.reduce((sum, { layout, buried }) => sum + layout.rows - buried.size, 0);
  }

  private async buildAll(ground: IndexGround): Promise<void> {
    const { workspaceId } = this;
    const accounts = await countAccounts(this.start.connections.db, workspaceId);
    const middle =
      accounts < this.start.halvedFrom
        ? null
        : await accountAt(this.start.connections.db, workspaceId, Math.floor(accounts / 2));
    const all = { workspaceId, accountIds: null };
    const building =
      middle === null
        ? [this.build(ground, all)]
        : [this.build(ground, { ...all, before: middle }), this.buildAside(ground, { ...all, from: middle })];
    // Where one fails the other is waited for, too: whoever tries again needs its connections.
    await Promise.allSettled(building);
    const layouts = await Promise.all(building);
    this.parts = layouts.map((layout) => this.partOf(layout, true));
  }

  private get deltas(): readonly Part[] {
    return this.parts.filter(({ isLarge }) => !isLarge);
  }

  /** What changed, and where there are as many small segments as may be, all that they hold. */
  private withDeltas(changed: readonly string[]): readonly string[] {
    if (this.deltas.length < DELTAS_MOST) return changed;
    const held = this.deltas.flatMap(({ layout }) => accountIdsOf(layout));
    return [...new Set([...changed, ...held])].sort();
  }

  private async addChanged(ground: IndexGround, accountIds: readonly string[]): Promise<void> {
    const layout = await this.build(ground, { workspaceId: this.workspaceId, accountIds });
    if (this.deltas.length >= DELTAS_MOST) this.parts = this.parts.filter(({ isLarge }) => isLarge);
    for (const id of accountIdsOf(layout))
      for (const part of this.parts) if (rowOfAccount(part.layout, id) !== null) part.buried.add(id);
    this.parts.push(this.partOf(layout, false));
  }

  private partOf(layout: SegmentLayout, isLarge: boolean): Part {
    return { key: this.nextKey++, layout, isLarge, buried: new Set() };
  }

  private build(ground: IndexGround, which: Which): Promise<SegmentLayout> {
    return buildSegment(this.start.connections, { which, ground, threads: this.start.threads });
  }

  private async buildAside(ground: IndexGround, which: Which): Promise<SegmentLayout> {
    const thread = new AskThread<SegmentRequest, SegmentLayout>(
      "segment.worker",
      this.start.connections.connection,
    );
    try {
      return await thread.ask({ which, ground, threads: this.start.threads });
    } finally {
      await thread.end();
    }
  }

  /** An account is gone where there are fewer than rows that count: then, and only then, all are looked for. */
  private async buryGone(): Promise<void> {
    const { db } = this.start.connections;
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
