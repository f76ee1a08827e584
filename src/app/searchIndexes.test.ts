import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readKernels } from "#connectors/data/readKernels";
import type { FitPlan } from "#core/catalog/discovery/find/fit";
import type { FindQuery } from "#core/catalog/discovery/find/query";
import type { SegmentAnswer } from "#core/catalog/discovery/find/searchSegment";
import { searchSegments } from "#core/catalog/discovery/find/searchSegments";
import { openSegment } from "#core/catalog/discovery/segment/openSegment";
import { loadCreators } from "#storage/creators";
import { readAccounts } from "#storage/search/readAccounts";
import { SearchIndexBuilder } from "#workers/searchIndexBuilder";
import { testHouse } from "../../test/house.ts";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { listHistory } from "./listHistory.ts";
import { loadDemo } from "./loadDemo.ts";
import { searchGround } from "./searchGround.ts";
import { SearchIndexes } from "./searchIndexes.ts";
import { tagCreator } from "./tagCreator.ts";
import { undoEvent } from "./undoEvent.ts";

const EVERYONE: Omit<FindQuery, "words"> = {
  filters: [],
  includeUnknown: false,
  sort: { by: "followers", descending: true },
  limit: 10,
  after: null,
  withFacets: true,
  ...{ tierBands: null, fit: null },
};

const FIT: FitPlan = {
  rate: "engagementByViewsBp",
  topics: ["food"],
  topicLift: 1.5,
  audience: [{ dimension: "country", keys: ["FR"] }],
};

let indexes: SearchIndexes;
beforeEach(() => {
  indexes = new SearchIndexes();
});
afterEach(() => indexes.close());

// A busy machine may answer before it knows what was just written, and says so.
const search = async (part: Partial<FindQuery> = {}): Promise<SegmentAnswer> => {
  const query = { ...EVERYONE, ...part };
  const { answer, isBehind } = await indexes.search(house, { text: "", isTyping: false, alike: [], query });
  return isBehind ? search(part) : answer;
};

describe("the index of a workspace", () => {
  it("knows nobody where there is nobody, and everybody as soon as a list is imported", async () => {
    expect((await search()).total).toBe(0);
    const list = "handle,followers,country\nmoon.bakes,1200,FR\nriver_eats,12000,FR\n";
    await importFile(house, write("instagram.csv", list), say);
    const found = await search();
    expect(found.total).toBe(2);
    expect(found.facets.get("platform")?.counts).toEqual(new Map([["instagram", 2]]));
    expect(found.facets.get("tier")?.counts.get("nano")).toBe(1);
  });

  it("begins to complete a Chinese word at its first character, a Latin one at its second", async () => {
    const list = "handle,followers,bio\nmoon.bakes,1200,红酒和品鉴\nriver_eats,12000,sourdough\n";
    await importFile(house, write("instagram.csv", list), say);
    await search();
    const typed = async (text: string) => {
      const query = { ...EVERYONE, limit: 0 };
      return (await indexes.search(house, { text, isTyping: true, alike: [], query })).answer.total;
    };
    expect([await typed("红"), await typed("s"), await typed("so")]).toEqual([1, 0, 1]);
  });

  it("follows an edit: figures that are newer replace older ones, and nobody is counted twice", async () => {
    await importFile(
      house,
      write("instagram-1.csv", "handle,followers,date\nmoon.bakes,1200,2026-02-01\nkiln,900,2026-02-01\n"),
      say,
    );
    await search();
    await importFile(
      house,
      write("instagram-2.csv", "handle,followers,date\nmoon.bakes,90000,2026-03-01\n"),
      say,
    );
    const large = await search({ filters: [{ kind: "number", name: "followers", min: 50_000, max: null }] });
    expect([large.total, (await search()).total]).toEqual([1, 2]);
  });

  it("forgets whom undoing an import takes away, and knows them again when it is done again", async () => {
    await importFile(house, write("instagram-1.csv", "handle,followers\nmoon.bakes,1200\n"), say);
    await importFile(house, write("tiktok-1.csv", "handle,followers\nkiln,900\n"), say);
    expect((await search()).total).toBe(2);
    const [newest] = await listHistory(house, { limit: 1 });
    await undoEvent(house, newest!.id, "owner");
    expect((await search()).total).toBe(1);
    const [undoing] = await listHistory(house, { limit: 1 });
    await undoEvent(house, undoing!.id, "owner");
    expect((await search()).total).toBe(2);
  });

  it("takes in a tag on every account of its creator, through more edits than it keeps apart", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `creator_${i},${1000 + i}`).join("\n");
    await importFile(house, write("instagram.csv", `handle,followers\n${rows}\n`), say);
    const creators = await loadCreators(house.db, house.workspaceId);
    const tagged = {
      kind: "keyed",
      name: "tag",
      keys: ["autumn"],
      mode: "any",
      min: null,
      max: null,
    } as const;
    for (const [place, { id }] of creators.entries()) {
      await tagCreator(house, { creatorId: id, tag: "Autumn", actor: "owner" });
      expect((await search({ filters: [tagged] })).total).toBe(place + 1);
      expect((await search()).total).toBe(12);
    }
  });

  it("that was built before anybody searched knows what was imported after", async () => {
    await house.pool.query(
      `INSERT INTO source (workspace_id, id, kind, label, method)
       VALUES ($1, '01900000-0000-7000-9000-000000000002', 'import', 'list', 'measured')`,
      [house.workspaceId],
    );
    for (const statement of [
      `INSERT INTO creator (workspace_id, id, display_name, change_seq)
       SELECT $1, ('01900001-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'n' || i, 1 FROM generate_series(1, 20000) i`,
      `INSERT INTO account (workspace_id, id, creator_id, platform, handle, handle_key, topics, source_id, change_seq)
       SELECT $1, ('01900002-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
         ('01900001-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'tiktok', 'h' || i, 'h' || i, '{}',
         '01900000-0000-7000-9000-000000000002', 1 FROM generate_series(1, 20000) i`,
    ])
      await house.pool.query(statement, [house.workspaceId]);
    await indexes.prepare(house);
    await importFile(house, write("instagram.csv", "handle,followers\nmoon.bakes,1200\n"), say);
    const found = await search();
    expect(found.facets.get("platform")?.counts).toEqual(
      new Map([
        ["tiktok", 20_000],
        ["instagram", 1],
      ]),
    );
  });

  it("is learned from when there is anybody, and again when there are half as many more", async () => {
    const list = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => `creator_${from + i},1000\n`).join("");
    const imported = async (from: number, to: number) => {
      await importFile(house, write(`instagram-${to}.csv`, `handle,followers\n${list(from, to)}`), say);
      const asked = { text: "wine", isTyping: false, alike: [], query: EVERYONE };
      // The first one is there when everything was read; the second asks what is still being learned.
      await search();
      const { isLearning } = await indexes.search(house, asked);
      await indexes.search(house, asked, { isPatient: true });
      return isLearning;
    };
    expect([await imported(0, 8), await imported(8, 12), await imported(12, 13)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("lets small segments go when there are too many, and everything when they hold too much", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `creator_${i},${1000 + i}`).join("\n");
    await importFile(house, write("instagram.csv", `handle,followers\n${rows}\n`), say);
    const creators = await loadCreators(house.db, house.workspaceId);
    const segmentsOf = async (deltaMost: number) => {
      const builder = new SearchIndexBuilder(house.workspaceId, {
        connections: house,
        threads: 1,
        deltaMost,
      });
      const seen: string[] = [];
      for (const { id } of [creators[0]!, ...creators.slice(0, 7)]) {
        const { segments, accounts, hasLetGo } = await builder.refresh(await searchGround(house));
        expect(accounts).toBe(12);
        seen.push(`${segments.length}${hasLetGo ? " of others" : ""}`);
        await tagCreator(house, { creatorId: id, tag: `tag ${deltaMost} ${seen.length}`, actor: "owner" });
      }
      return seen;
    };
    const upToSeven = ["1", "2", "3", "4", "5", "6", "7"];
    // The first was changed twice: seven small segments would hold six accounts.
    expect(await segmentsOf(100)).toEqual([...upToSeven, "2 of others"]);
    expect(await segmentsOf(7)).toEqual([...upToSeven, "2 of others"]);
    expect(await segmentsOf(6)).toEqual([...upToSeven, "1 of others"]);
  });

  it("answers the same whether one thread built it or two, a half each", async () => {
    const demo = await testHouse({ kind: "demo" });
    await loadDemo(demo, say.say);
    const request = await searchGround(demo);
    const builtBy = async (halvedFrom: number) => {
      const start = { connections: demo, threads: 1, halvedFrom };
      const builder = new SearchIndexBuilder(demo.workspaceId, start);
      const { segments } = await builder.refresh(request);
      const opened = segments.map(({ layout }) => openSegment(layout, readKernels(), 0));
      const answer = searchSegments(opened, { ...EVERYONE, words: null, limit: 1000 });
      const fitting = { ...EVERYONE, words: null, fit: FIT, sort: { by: "fit", descending: true } } as const;
      const { ranked } = searchSegments(opened, fitting);
      return { segments: segments.length, answer, ranked };
    };
    const whole = await builtBy(Number.POSITIVE_INFINITY);
    const halved = await builtBy(2);
    expect([whole.segments, halved.segments]).toEqual([1, 2]);
    expect(halved.answer.total).toBeGreaterThan(50);
    expect(halved.answer).toEqual(whole.answer);
    expect(halved.ranked).toEqual(whole.ranked);
    await demo.close();
  });

  it("reads accounts in bulk as they are read one by one", async () => {
    const demo = await testHouse({ kind: "demo" });
    await loadDemo(demo, say.say);
    const whole = new Map(
      (await loadCreators(demo.db, demo.workspaceId)).flatMap(({ id, displayName, accounts }) =>
        accounts.map((account) => [account.id, { creatorId: id, displayName, account }] as const),
      ),
    );
    let compared = 0;
    const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    for await (const batch of readAccounts(demo.pool, {
      workspaceId: demo.workspaceId,
      accountIds: null,
    })) {
      for (const { creatorId, displayName, account } of batch) {
        const same = whole.get(account.id)!;
        const posts = same.account.posts.map((post) => ({ ...post, extra: {} }));
        const snapshots = same.account.snapshots.map((snapshot) => ({ ...snapshot, extra: {} }));
        const rates = account.rates.toSorted(byText);
        expect({ creatorId, displayName, account: { ...account, rates } }).toEqual({
          ...same,
          account: {
            ...same.account,
            posts,
            snapshots,
            rates: same.account.rates.toSorted(byText),
            sample: null,
          },
        });
        compared++;
      }
    }
    expect(compared).toBe(whole.size);
    expect(compared).toBeGreaterThan(50);
    await demo.close();
  });
});
