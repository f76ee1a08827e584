import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { ClientConfig } from "pg";
import { readConcepts } from "#connectors/data/readConcepts";
import { readKernels } from "#connectors/data/readKernels";
import type { SegmentAnswer } from "#core/catalog/discovery/find/searchSegment";
import type { QueryGroups } from "#core/catalog/discovery/queryGroups";
import { countAccounts, type IndexMark, indexMark } from "#storage/search/indexMark";
import { AskThread } from "#workers/askThread";
import { collectGarbage } from "#workers/collectGarbage";
import type {
  IndexerStart,
  IndexNews,
  IndexRequest,
  SearchAsked,
  SearcherStart,
  SearchReply,
  SearchRequest,
} from "#workers/searchMessages";
import type { House } from "./house.ts";
import { searchGround } from "./searchGround.ts";

/** Each has its own room in memory, a few per cent of the index. */
const THREADS_MOST = 4;
/** A search waits so long for a change to be taken in; a large import is searched when it is done. */
const WAIT_MS_MOST = 400;

/** A catalog this large is built before anybody searches it: until then nobody would wait long. */
const PREPARED_FROM_ACCOUNTS = 20_000;

interface Known {
  mark: IndexMark | null;
  refreshing: Promise<void> | null;
  isWorthLearning: boolean;
  learning: Promise<void> | null;
}

interface Threads {
  readonly connection: ClientConfig;
  readonly builder: AskThread<IndexRequest, IndexNews>;
  readonly searchers: readonly AskThread<SearchRequest, SearchReply>[];
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
    if (saysWords || !this.isForOne) this.learn(threads, workspaceId, known);
    if (saysWords && isPatient) await known.learning;
    const isLearning = saysWords && known.learning !== null;
    const [searcher] = [...threads.searchers].sort((a, b) => a.load - b.load);
    const reply = await searcher?.ask({ kind: "search", workspaceId, ...asked });
    if (!reply) throw new RangeError("a search came back without an answer");
    return { ...reply, isBehind: !isSame(mark, known.mark), isLearning };
  }

  /** Builds the index of a large catalog that nobody has searched yet; what goes wrong is said to who searches. */
  async prepare(house: House): Promise<void> {
    if ((await countAccounts(house.db, house.workspaceId)) < PREPARED_FROM_ACCOUNTS) return;
    const threads = this.open(house.connection);
    const known = knownOf(threads, house.workspaceId);
    if (known.mark !== null) return;
    const mark = await indexMark(house.db, house.workspaceId);
    known.refreshing ??= this.refresh(house, threads, known, mark);
    await known.refreshing.catch(() => {});
  }

  async close(): Promise<void> {
    const { threads } = this;
    this.threads = null;
    if (threads) await Promise.all([threads.builder, ...threads.searchers].map((thread) => thread.end()));
  }

  /** Found at once, and found better a little later. */
  private learn(threads: Threads, workspaceId: string, known: Known): void {
    if (!known.isWorthLearning) return;
    known.isWorthLearning = false;
    this.onStep("words");
    // Threads that ended meanwhile have nobody to learn for.
    const learning = spread(threads, { kind: "learn", workspaceId })
      .catch(() => {})
      .then(() => {
        if (known.learning === learning) known.learning = null;
      });
    known.learning = learning;
  }

  private async refresh(house: House, threads: Threads, known: Known, mark: IndexMark): Promise<void> {
    this.onStep("index");
    try {
      const news = await spread(threads, { kind: "refresh", request: await searchGround(house) });
      known.mark = mark;
      known.isWorthLearning = news.kind === "publish" && news.index.isWorthLearning;
      if (news.kind === "publish" && news.index.hasLetGo) collectGarbage();
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
    void this.close();
    const count = Math.min(THREADS_MOST, Math.max(1, availableParallelism()));
    const kernels = readKernels();
    const { concepts, topics: lexicon } = readConcepts();
    const topics = lexicon.topics;
    this.threads = {
      ...{ connection, known: new Map() },
      builder: new AskThread("searchIndex.worker", {
        ...{ connection, threads: count, concepts, topics },
      } satisfies IndexerStart),
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
    isWorthLearning: false,
    learning: null,
  };
  known.set(workspaceId, there);
  return there;
}

/** What the builder answers, once every searcher knows it. */
async function spread({ builder, searchers }: Threads, request: IndexRequest): Promise<IndexNews> {
  const news = await builder.ask(request);
  await Promise.all(searchers.map((searcher) => searcher.ask(news)));
  return news;
}

function isSame(a: IndexMark, b: IndexMark | null): boolean {
  return b !== null && a.changeSeq === b.changeSeq && a.eventId === b.eventId;
}
