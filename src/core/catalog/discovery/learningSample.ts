import type { Post } from "#core/catalog/creator";
import type { AccountWords } from "./facts/accountFacts.ts";
import { Vocabulary } from "./segment/vocabulary.ts";
import { eachToken } from "./tokens.ts";

/**
 * Texts of a catalog to learn from, each by itself: what an account says of itself, and each of its posts. Whole accounts
 * would teach that everything somebody ever wrote about belongs together (bench/relevance --learn creators). At most as
 * many as are wanted, from every so-many-th account that was added.
 */
export class LearningSample {
  private readonly most: number;
  private readonly vocabulary = new Vocabulary();
  private sampled: { readonly account: number; readonly words: Uint32Array }[] = [];
  private accounts = 0;
  private step = 1;

  constructor(most: number) {
    this.most = most;
  }

  add({ topics, bio }: AccountWords, posts: readonly Pick<Post, "tags" | "caption">[]): void {
    const account = this.accounts++;
    if (account % this.step !== 0) return;
    for (const text of [
      [...topics, ...bio].join(" · "),
      ...posts.map(({ tags, caption }) => [...tags, caption ?? ""].join(" · ")),
    ])
      this.put(account, text);
    while (this.sampled.length > this.most) this.thin();
  }

  get documents(): readonly Uint32Array[] {
    return this.sampled.map(({ words }) => words);
  }

  /** What each number in the documents is. */
  get tokens(): readonly string[] {
    return Array.from({ length: this.vocabulary.size }, (_, id) => this.vocabulary.wordOf(id));
  }

  private put(account: number, text: string): void {
    const words = new Set<number>();
    eachToken(text, (units, length) => words.add(this.vocabulary.idOf(units, length)));
    if (words.size > 1) this.sampled.push({ account, words: Uint32Array.from(words) });
  }

  private thin(): void {
    this.step *= 2;
    this.sampled = this.sampled.filter(({ account }) => account % this.step === 0);
  }
}
