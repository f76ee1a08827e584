import { beforeAll, describe, expect, it } from "vitest";
import { readKernels } from "#connectors/data/readKernels";
import { searchSegments } from "#core/catalog/discovery/find/searchSegments";
import { countNew, isAmong } from "#core/catalog/discovery/find/seenAccounts";
import { bury, type OpenSegment, openSegment } from "#core/catalog/discovery/segment/openSegment";
import { SegmentBuilder } from "#core/catalog/discovery/segment/segmentBuilder";
import { readUuid } from "#core/catalog/discovery/segment/uuid";
import { Random } from "#core/random";
import { inventFacts } from "./inventFacts.ts";
import { inventQuery } from "./inventQuery.ts";

const PAIRS = 400;
const ACCOUNTS = 450;
let segments: readonly OpenSegment[];

beforeAll(() => {
  const random = new Random(20261127);
  const all = Array.from({ length: ACCOUNTS }, (_, index) => inventFacts(random, index));
  // The second segment's accounts lie between those of the first, and some of the first no longer stand.
  segments = [all.filter((_, i) => i % 3 > 0), all.filter((_, i) => i % 3 === 0)].map((some) => {
    const builder = new SegmentBuilder();
    for (const facts of some) builder.add(facts);
    return openSegment(builder.finish(1), readKernels(), 0);
  });
  bury(
    segments[0]!,
    all.slice(40, 80).map(({ accountId }) => accountId),
  );
});

const idsIn = (ids: Uint8Array) =>
  Array.from({ length: ids.length / 16 }, (_, place) => readUuid(ids, place * 16));

describe("who answered to a search", () => {
  it("is told from who answers to another exactly, over segments, in lists, counts and pages", () => {
    const random = new Random(11);
    let [fresh, stale] = [0, 0];
    for (let pair = 0; pair < PAIRS; pair++) {
      const [before, query] = [inventQuery(random), { ...inventQuery(random), limit: 500 }];
      const seen = searchSegments(segments, { ...before, idsMost: ACCOUNTS }).accountIds!;
      const now = searchSegments(segments, { ...query, idsMost: ACCOUNTS });
      const everyone = idsIn(now.accountIds!);
      expect(everyone).toEqual(now.ranked.map(({ accountId }) => accountId).sort());
      const known = new Set(idsIn(seen));
      const expected = now.ranked.map(({ accountId }) => accountId).filter((id) => !known.has(id));
      const found = searchSegments(segments, { ...query, notAmong: seen });
      expect(found.ranked.map(({ accountId }) => accountId)).toEqual(expected);
      expect([found.total, countNew(now.accountIds!, seen)]).toEqual([expected.length, expected.length]);
      expect(everyone.filter((id) => !isAmong(seen, id)).length).toBe(expected.length);
      fresh += expected.length;
      stale += everyone.length - expected.length;
    }
    expect(Math.min(fresh, stale)).toBeGreaterThan(PAIRS);
  });

  it("is not given where more answer than were asked for, and is empty where nobody does", () => {
    const everyone = { ...inventQuery(new Random(1)), words: null, filters: [] };
    const { total } = searchSegments(segments, everyone);
    expect(searchSegments(segments, { ...everyone, idsMost: total - 1 }).accountIds).toBeNull();
    expect(searchSegments(segments, { ...everyone, idsMost: total }).accountIds?.length).toBe(total * 16);
    expect(searchSegments(segments, everyone).accountIds).toBeNull();
    const nobody = searchSegments([], { ...everyone, idsMost: 10 });
    expect(nobody.accountIds).toEqual(new Uint8Array(0));
  });
});
