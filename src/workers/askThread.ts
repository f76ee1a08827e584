import { Worker } from "node:worker_threads";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Numbered, NumberedReply } from "./searchMessages.ts";

interface Waiting<Reply> {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (fault: Error) => void;
}

type Served =
  | "search.worker"
  | "searchIndex.worker"
  | "segment.worker"
  | "learn.worker"
  | "duplicates.worker";

// What is read of an account lives for a moment: with room for many, most are gone before anybody looks for what is left.
const YOUNG_MEGABYTES = 192;
const READERS: ReadonlySet<Served> = new Set<Served>([
  "searchIndex.worker",
  "segment.worker",
  "learn.worker",
]);

/** A thread that lives on and answers one request after the other. */
export class AskThread<Request, Reply> {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, Waiting<Reply>>();
  private number = 0;
  private isDead = false;

  constructor(worker: Served, workerData: object) {
    this.thread = new Worker(new URL(import.meta.resolve(`#workers/${worker}`)), {
      workerData,
      ...(READERS.has(worker) ? { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } } : {}),
    });
    // Nobody's answer is worth keeping a process for that has nothing else to do.
    this.thread.unref();
    this.thread.on("message", (reply: NumberedReply<Reply>) => this.settle(reply));
    this.thread.on("error", (error) => this.die(String(error)));
    this.thread.on("exit", (code) => this.die(`exit ${code}`));
  }

  /** Requests that nobody has answered yet. */
  get load(): number {
    return this.waiting.size;
  }

  get isOver(): boolean {
    return this.isDead;
  }

  /** Rejects with internal when the thread fails at it or dies. */
  ask(body: Request): Promise<Reply> {
    if (this.isDead) return Promise.reject(failed("the thread has ended"));
    const number = this.number++;
    this.thread.ref();
    return new Promise<Reply>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.thread.postMessage({ number, body } satisfies Numbered<Request>);
    });
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private settle(reply: NumberedReply<Reply>): void {
    const waiting = this.waiting.get(reply.number);
    this.waiting.delete(reply.number);
    if (this.waiting.size === 0) this.thread.unref();
    if ("fault" in reply) waiting?.reject(failed(reply.fault));
    else waiting?.resolve(reply.body);
  }

  private die(reason: string): void {
    this.isDead = true;
    for (const { reject } of this.waiting.values()) reject(failed(reason));
    this.waiting.clear();
  }
}

function failed(reason: string): ChoraleError {
  return new ChoraleError("internal", sentence("error.internal", { reason }));
}
