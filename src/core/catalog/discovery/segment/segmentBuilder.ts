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
import { writeUuid } from "./uuid.ts";
import { WordsBuilder } from "./wordsBuilder.ts";

/** Takes accounts in the order of their ids and lays them out column by column in one shared memory. */
export class SegmentBuilder {
  private rows = 0;
  private readonly accountIds = new Growing((length) => new Uint8Array(length));
  private readonly numbers = mapOf(NUMBER_NAMES, (name) => new NumberBuilder(name));
  private readonly categories = mapOf(CATEGORIES, () => new CategoryBuilder());
  private readonly keyed = mapOf(KEYED, () => new KeyedBuilder());
  private readonly audience = new Map<AudienceDimension, AudienceBuilder>();
  private readonly text = new WordsBuilder();
  private lastId = "";

  get size(): number {
    return this.rows;
  }

  /** Throws for an id that does not come after the one before. */
  add(facts: AccountFacts): void {
    if (facts.accountId <= this.lastId) throw new RangeError(`${facts.accountId} comes after ${this.lastId}`);
    this.lastId = facts.accountId;
    pushUuid(this.accountIds, facts.accountId);
    for (const name of NUMBER_NAMES) this.numbers[name].add(facts.numbers[name]);
    for (const name of CATEGORIES) this.categories[name].add(facts.categories[name]);
    for (const name of KEYED) this.keyed[name].add(this.rows, facts.keyed[name]);
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
      numbers: mapOf(NUMBER_NAMES, (name) => this.numbers[name].finish(arena, words)),
      categories: mapOf(CATEGORIES, (name) => this.categories[name].finish(arena, words)),
      keyed: mapOf(KEYED, (name) => this.keyed[name].finish(arena, words)),
      audience: Object.fromEntries(
        [...this.audience].map(([dimension, builder]) => [dimension, builder.finish(arena, words)]),
      ),
      text: this.text.finish(arena, words),
    };
    const bytes = scratchBytes(layout);
    const scratch = Array.from({ length: threads }, () => ({ from: arena.take(bytes), bytes }));
    return { ...layout, scratch, bytes: arena.bytes };
  }

  private addAudience({ audience, audienceCut }: AccountFacts): void {
    for (const dimension of new Set(audience.map((share) => share.dimension))) {
      const builder = this.audience.get(dimension) ?? new AudienceBuilder();
      this.audience.set(dimension, builder);
      const shares = audience.filter((share) => share.dimension === dimension);
      builder.add(this.rows, shares, audienceCut.has(dimension));
    }
  }
}

function mapOf<K extends string, T>(names: readonly K[], make: (name: K) => T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, T>;
}

const UUID = new Uint8Array(16);
function pushUuid(to: Growing<Uint8Array>, uuid: string): void {
  writeUuid(uuid, UUID, 0);
  for (const byte of UUID) to.push(byte);
}
