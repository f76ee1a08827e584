import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { ClientConfig } from "pg";
import { readConcepts } from "#connectors/data/readConcepts";
import { readKernels } from "#connectors/data/readKernels";
import type { SegmentAnswer } from "#core/catalog/discovery/find/searchSegment";
import type { QueryGroups } from "#core/catalog/discovery/queryGroups";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { countAccounts, type IndexMark, indexMark } from "#storage/search/indexMark";
import { AskThread } from "#workers/askThread";
import { collectGarbage } from "#workers/collectGarbage";
import type {
  IndexerStart,
  IndexNews,
  LearnerStart,
  LearnRequest,
  PublishedIndex,
  RefreshRequest,
  SearchAsked,
  SearcherStart,
  SearchReply,
  SearchRequest,
  SentSpace,
} from "#workers/searchMessages";
import type { House } from "./house.ts";
import { searchGround } from "./searchGround.ts";

/** Each has its own room in memory, a few per cent of the index. */
const THREADS_MOST = 4;
/** A search waits so long for a change to be taken in; a large import is searched when it is done. */
const WAIT_MS_MOST = 400;

/** A catalog this large is built before anybody searches it: until then nobody would wait long. */
const PREPARED_FROM_ACCOUNTS = 20_000;

/** So many times the accounts that were learned from are worth learning from again. */
const LEARN_AGAIN_FROM = 1.5;

interface Known {
  mark: IndexMark | null;
  refreshing: Promise<void> | null;
  accounts: number;
  /** How many accounts there were when it was last learned what their words say. */
  learnedFrom: number;
  learning: Promise<void> | null;
}

interface Threads {
  readonly connection: ClientConfig;
  readonly builder: AskThread<RefreshRequest, PublishedIndex>;
  readonly searchers: readonly AskThread<SearchRequest, SearchReply>[];
  /** Those that learn, each for as long as it does. */
  readonly learners: Set<AskThread<LearnRequest, SentSpace>>;
  readonly known: Map<string, Known>;
}

/** What a search says of the index that answered it. */
export interface Searched {
  readonly answer: SegmentAnswer;
  /** What was looked for; null: no words were asked for. */
  readonly words: QueryGroups | null;
  /** Something was written that this answer does not know yet. */
  readonly isBehind: boolean;
  /** Words were asked for, and what the catalog's words have to do with each other is still being learned. */
  readonly isLearning: boolean;
}

/** What takes long where a catalog is large. */
export type SearchStep = "index" | "words";

export interface SearchIndexesOptions {
  /** One search, then the end: it waits for what is learned when words are asked for, and else nothing is. */
  readonly isForOne?: boolean;
  /** Told what is begun. */
  readonly onStep?: (step: SearchStep) => void;
}

/** The indexes of this process: built when first searched, brought up to date by whoever searches next. */
export class SearchIndexes {
  private threads: Threads | null = null;
  private isClosed = false;
  private readonly isForOne: boolean;
  private readonly onStep: (step: SearchStep) => void;

  constructor({ isForOne = false, onStep = () => {} }: SearchIndexesOptions = {}) {
    this.isForOne = isForOne;
    this.onStep = onStep;
  }

  /**
   * Waits for the index to be built; for what changed since, only a moment, and for what its words teach not at all: patient
   * is who compares one answer with another. Rejects with unavailable or internal.
   */
  async search(house: House, asked: SearchAsked, { isPatient = this.isForOne } = {}): Promise<Searched> {
    const threads = this.open(house.connection);
    const { workspaceId } = house;
    const known = knownOf(threads, workspaceId);
    const mark = await indexMark(house.db, workspaceId);
    const deadline = performance.now() + WAIT_MS_MOST;
    while (!isSame(mark, known.mark) && (known.mark === null || isPatient || performance.now() < deadline)) {
      known.refreshing ??= this.refresh(house, threads, known, mark);
      const isAwaited = known.mark === null || isPatient;
      await (isAwaited
        ? known.refreshing
        : Promise.race([known.refreshing, pause(deadline - performance.now())]));
    }
    const saysWords = asked.text.trim() !== "" || asked.alike.length > 0;
    if (saysWords || !this.isForOne) this.learn(house, threads, known);
    if (saysWords && isPatient) await known.learning;
    const isLearning = saysWords && known.learning !== null;
    const [searcher] = [...threads.searchers].sort((a, b) => a.load - b.load);
    const reply = await searcher?.ask({ kind: "search", workspaceId, ...asked });
    if (!reply) throw new RangeError("a search came back without an answer");
    return { ...reply, isBehind: !isSame(mark, known.mark), isLearning };
  }

  /** Builds the index of a large catalog that nobody has searched yet; what goes wrong is said to who searches. */
  async prepare(house: House): Promise<void> {
    if ((await countAccounts(house.db, house.workspaceId)) < PREPARED_FROM_ACCOUNTS || this.isClosed) return;
    const threads = this.open(house.connection);
    const known = knownOf(threads, house.workspaceId);
    if (known.mark !== null) return;
    const mark = await indexMark(house.db, house.workspaceId);
    known.refreshing ??= this.refresh(house, threads, known, mark);
    await known.refreshing.catch(() => {});
  }

  /** Whoever still waits is told so; nobody can search afterwards. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.end();
  }

  private async end(): Promise<void> {
    const { threads } = this;
    this.threads = null;
    if (!threads) return;
    const { builder, searchers, learners } = threads;
    await Promise.all([builder, ...searchers, ...learners].map((thread) => thread.end()));
  }

  /** Found at once, and found better a little later. */
  private learn(house: House, threads: Threads, known: Known): void {
    const { accounts } = known;
    if (known.learning !== null || accounts <= LEARN_AGAIN_FROM * known.learnedFrom) return;
    this.onStep("words");
    // Threads that ended meanwhile have nobody to learn for; what failed is tried again by the next search.
    known.learning = this.teach(house, threads)
      .then(() => {
        known.learnedFrom = accounts;
      })
      .catch(() => {})
      .finally(() => {
        known.learning = null;
      });
  }

  // On a thread of its own, which leaves with all that learning needs: whoever follows the catalog must not wait for it.
  private async teach(house: House, threads: Threads): Promise<void> {
    const { workspaceId } = house;
    const { ground } = await searchGround(house);
    const { concepts, topics } = readConcepts();
    const start = { connection: threads.connection, concepts, topics: topics.topics } satisfies LearnerStart;
    const learner = new AskThread<LearnRequest, SentSpace>("learn.worker", start);
    threads.learners.add(learner);
    try {
      const space = await learner.ask({ workspaceId, ground });
      await tell(threads, { kind: "teach", workspaceId, space });
    } finally {
      threads.learners.delete(learner);
      await learner.end();
    }
  }

  private async refresh(house: House, threads: Threads, known: Known, mark: IndexMark): Promise<void> {
    this.onStep("index");
    try {
      const index = await threads.builder.ask(await searchGround(house));
      await tell(threads, { kind: "publish", index });
      known.mark = mark;
      known.accounts = index.accounts;
      if (index.hasLetGo) collectGarbage();
    } finally {
      known.refreshing = null;
    }
  }

  // A database that was started again is another one: its threads are, too.
  private open(connection: ClientConfig): Threads {
    const { threads } = this;
    const isUsable =
      threads &&
      threads.connection === connection &&
      !threads.builder.isOver &&
      !threads.searchers.some((one) => one.isOver);
    if (isUsable) return threads;
    if (this.isClosed)
      throw new ChoraleError("unavailable", sentence("error.internal", { reason: "the search has ended" }));
    void this.end();
    const count = Math.min(THREADS_MOST, Math.max(1, availableParallelism()));
    const kernels = readKernels();
    const { concepts, topics: lexicon } = readConcepts();
    const topics = lexicon.topics;
    this.threads = {
      ...{ connection, learners: new Set(), known: new Map() },
      builder: new AskThread("searchIndex.worker", { connection, threads: count } satisfies IndexerStart),
      searchers: Array.from(
        { length: count },
        (_, thread) =>
          new AskThread("search.worker", { kernels, thread, concepts, topics } satisfies SearcherStart),
      ),
    };
    return this.threads;
  }
}

function knownOf({ known }: Threads, workspaceId: string): Known {
  const there = known.get(workspaceId) ?? {
    mark: null,
    refreshing: null,
    accounts: 0,
    learnedFrom: 0,
    learning: null,
  };
  known.set(workspaceId, there);
  return there;
}

/** Comes back once every searcher knows it. */
async function tell({ searchers }: Threads, news: IndexNews): Promise<void> {
  await Promise.all(searchers.map((searcher) => searcher.ask(news)));
}

function isSame(a: IndexMark, b: IndexMark | null): boolean {
  return b !== null && a.changeSeq === b.changeSeq && a.eventId === b.eventId;
}
