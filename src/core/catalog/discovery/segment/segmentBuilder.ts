import type { AudienceDimension } from "#core/catalog/creator";
import type { AccountFacts } from "../facts/accountFacts.ts";
import { CATEGORIES, KEYED, NUMBER_NAMES } from "../figures.ts";
import { Arena } from "./arena.ts";
import { AudienceBuilder } from "./audienceBuilder.ts";
import { wordsFor } from "./bitmaps.ts";
import { CategoryBuilder } from "./categoryBuilder.ts";
import { Growing } from "./growing.ts";
import { KeyedBuilder } from "./keyedBuilder.ts";
import type { SegmentLayout } from "./layout.ts";
import { NumberBuilder } from "./numberBuilder.ts";
import { scratchBytes } from "./scratch.ts";
import { compareUuids, readUuid, writeUuid } from "./uuid.ts";
import { WordsBuilder } from "./wordsBuilder.ts";

/** Takes accounts in the order of their ids and lays them out column by column in one shared memory. */
export class SegmentBuilder {
  private rows = 0;
  private readonly accountIds = new Growing((length) => new Uint8Array(length));
  // In the order of their names.
  private readonly numbers = NUMBER_NAMES.map((name) => new NumberBuilder(name));
  private readonly categories = CATEGORIES.map(() => new CategoryBuilder());
  private readonly keyed = KEYED.map(() => new KeyedBuilder());
  private readonly audience = new Map<AudienceDimension, AudienceBuilder>();
  private readonly text = new WordsBuilder();

  get size(): number {
    return this.rows;
  }

  /** Throws for an id that does not come after the one before. */
  add(facts: AccountFacts): void {
    this.addId(facts.accountId);
    for (let place = 0; place < NUMBER_NAMES.length; place++)
      this.numbers[place]!.add(facts.numbers[NUMBER_NAMES[place]!]);
    for (let place = 0; place < CATEGORIES.length; place++)
      this.categories[place]!.add(facts.categories[CATEGORIES[place]!]);
    for (let place = 0; place < KEYED.length; place++)
      this.keyed[place]!.add(this.rows, facts.keyed[KEYED[place]!]);
    this.addAudience(facts);
    this.text.add(facts.words);
    this.rows++;
  }

  /** `threads` is how many will search it at the same time. The builder is spent. */
  finish(threads: number): SegmentLayout {
    const arena = new Arena();
    const words = wordsFor(this.rows);
    const layout = {
      ...{ memory: arena.memory, rows: this.rows, words },
      accountIds: arena.put(this.accountIds.all),
      numbers: mapOf(NUMBER_NAMES, (_, place) => this.numbers[place]!.finish(arena, words)),
      categories: mapOf(CATEGORIES, (_, place) => this.categories[place]!.finish(arena, words)),
      keyed: mapOf(KEYED, (_, place) => this.keyed[place]!.finish(arena, words)),
      audience: Object.fromEntries(
        [...this.audience].map(([dimension, builder]) => [dimension, builder.finish(arena, words)]),
      ),
      text: this.text.finish(arena, words),
    };
    const bytes = scratchBytes(layout);
    const scratch = Array.from({ length: threads }, () => ({ from: arena.take(bytes), bytes }));
    return { ...layout, scratch, bytes: arena.bytes };
  }

  private addId(accountId: string): void {
    const at = this.accountIds.length;
    const ids = this.accountIds.room(16);
    writeUuid(accountId, ids, at);
    if (at > 0 && compareUuids(ids, at - 16, ids, at) >= 0)
      throw new RangeError(`${accountId} does not come after ${readUuid(ids, at - 16)}`);
    this.accountIds.length += 16;
  }

  private addAudience({ audience }: AccountFacts): void {
    for (let from = 0, to = 0; from < audience.length; from = to) {
      const { dimension } = audience[from]!;
      while (to < audience.length && audience[to]!.dimension === dimension) to++;
      this.audienceOf(dimension).add(this.rows, audience, from, to);
    }
  }

  private audienceOf(dimension: AudienceDimension): AudienceBuilder {
    const known = this.audience.get(dimension);
    if (known) return known;
    const made = new AudienceBuilder();
    this.audience.set(dimension, made);
    return made;
  }
}

function mapOf<K extends string, T>(names: readonly K[], make: (name: K, place: number) => T): Record<K, T> {
  return Object.fromEntries(names.map((name, place) => [name, make(name, place)])) as Record<K, T>;
}
