import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { addAccounts } from "./accounts.ts";
import { addContacted } from "./contacted.ts";
import { addContact } from "./contacts.ts";
import { putCraftMark } from "./craftMarks.ts";
import { HANGING_TABLES } from "./hanging.ts";
import { addMembers, deleteMembers, putList } from "./lists.ts";
import { addMerge, endMerge, selectMerges } from "./merges.ts";
import { addNote } from "./notes.ts";
import { sourceId } from "./sources.ts";
import { addTag, deleteTag, selectTags } from "./tags.ts";

let house: TestHouse;
let source: string;
const lists: string[] = [];
beforeAll(async () => {
  house = await testHouse();
  const provenance = { method: "measured", source: "a file", observedOn: null, trust: null } as const;
  source = await sourceId(house.db, house.workspaceId, provenance, "file", house.newId);
  for (const name of ["spring", "summer"]) {
    const id = house.newId();
    await putList(house.db, house.workspaceId, { id, name, madeAt: house.now() });
    lists.push(id);
  }
});
afterAll(() => house.close());

async function creator(): Promise<string> {
  const id = house.newId();
  const account = { platform: "instagram", externalId: null, country: null, city: null, language: null };
  const named = { handle: `h${id}`, displayName: "Invented", bio: null, topics: [] };
  const states = [{ ...account, ...named, id: house.newId(), creatorId: id }];
  await addAccounts(house.db, house.workspaceId, states, source);
  return id;
}

const VERBS = {
  tag: (id: string, n: number) => addTag(house.db, house.workspaceId, [id], tagOf(n)),
  untag: (id: string, n: number) => deleteTag(house.db, house.workspaceId, id, tagOf(n).key),
  list: (id: string, n: number) =>
    addMembers(house.db, house.workspaceId, lists[n % 2]!, [id], new Date(1e12 + n * 1000)),
  unlist: (id: string, n: number) => deleteMembers(house.db, house.workspaceId, lists[n % 2]!, [id]),
  note: (id: string, n: number) =>
    addNote(house.db, house.workspaceId, id, { id: house.newId(), text: `note ${n}`, ...by() }),
  mark: (id: string, n: number) =>
    putCraftMark(house.db, house.workspaceId, id, { mark: 1 + (n % 5), note: null, ...by() }),
  contact: (id: string, n: number) =>
    addContact(house.db, house.workspaceId, id, {
      ...{ id: house.newId(), kind: "email", value: `a${n}@mail.example`, holder: "self", sourceId: source },
    }),
  contacted: (id: string, n: number) =>
    addContacted(house.db, house.workspaceId, id, {
      ...{ id: house.newId(), onDate: `2026-01-0${1 + (n % 9)}`, note: null, ...by() },
    }),
} as const satisfies Record<string, (id: string, n: number) => Promise<unknown>>;
const tagOf = (n: number) => ({ key: `t${n % 3}`, text: `T${n % 3}` });
const by = () => ({ actor: "owner", at: house.now() });

const merge = async (keptId: string, mergedId: string) => {
  const id = house.newId();
  await addMerge(house.db, house.workspaceId, { id, keptId, mergedId, ...by() });
  return id;
};
const split = async (keptId: string, id: string) => {
  const found = (await selectMerges(house.db, house.workspaceId, { keptId })).find((each) => each.id === id);
  await endMerge(house.db, house.workspaceId, found!, house.now());
};

/** Everything that hangs on these creators, accounts included. */
async function hangingOf(...ids: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of ["account", ...HANGING_TABLES]) {
    const { rows } = await sql<{ row: string }>`
      SELECT to_jsonb(t)::text AS row FROM ${sql.table(table)} t WHERE creator_id = ANY(${ids}::uuid[]) ORDER BY 1`.execute(
      house.db,
    );
    found.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return found;
}

const step = fc.record({
  verb: fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])),
  who: fc.nat(2),
  n: fc.nat(20),
});

describe("merging two creators", () => {
  it("leaves nothing with the merged one, and splitting gives each back exactly what was theirs", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const [kept, merged] = [await creator(), await creator()];
        for (const { verb, who, n } of steps) await VERBS[verb](who % 2 ? kept : merged, n);
        const before = [await hangingOf(kept), await hangingOf(merged)];
        const id = await merge(kept, merged);
        expect(await hangingOf(merged)).toEqual([]);
        await split(kept, id);
        expect([await hangingOf(kept), await hangingOf(merged)]).toEqual(before);
      }),
      { seed: 4, numRuns: 40 },
    );
  }, 60_000);

  it("gives back exactly what was theirs to three, in whichever order they are split", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, isReversed) => {
        const ids = [await creator(), await creator(), await creator()] as const;
        for (const { verb, who, n } of steps) await VERBS[verb](ids[who]!, n);
        const before = await Promise.all(ids.map((id) => hangingOf(id)));
        const merges = [await merge(ids[0], ids[1]), await merge(ids[0], ids[2])];
        const all = await tagsOf(ids[0]);
        for (const id of isReversed ? merges.reverse() : merges) {
          await split(ids[0], id);
          const standing = (await Promise.all(ids.map(tagsOf))).flat();
          expect([...new Set(standing)].sort()).toEqual(all);
        }
        expect(await Promise.all(ids.map((id) => hangingOf(id)))).toEqual(before);
      }),
      { seed: 5, numRuns: 40 },
    );
  }, 60_000);

  it("leaves with the kept one what came since, and does not bring back what was removed since", async () => {
    const [kept, merged] = [await creator(), await creator()];
    await VERBS.tag(merged, 1);
    await VERBS.tag(merged, 2);
    await VERBS.mark(merged, 1);
    const id = await merge(kept, merged);
    await VERBS.untag(kept, 2);
    await VERBS.tag(kept, 0);
    await VERBS.mark(kept, 4);
    await split(kept, id);
    expect([await tagsOf(kept), await tagsOf(merged)]).toEqual([["T0"], ["T1"]]);
    const marks = (await hangingOf(kept, merged)).filter((row) => row.startsWith("craft_mark"));
    expect(marks.map((row) => JSON.parse(row.slice("craft_mark ".length)).mark).sort()).toEqual([2, 5]);
  });

  it("knows every table that hangs on a creator", async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'creator_id' ORDER BY 1`.execute(house.db);
    expect(rows.map(({ name }) => name)).toEqual(["account", ...HANGING_TABLES].sort());
  });
});

const tagsOf = (id: string) => selectTags(house.db, house.workspaceId, id);
