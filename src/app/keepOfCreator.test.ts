import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCreators } from "#storage/creators";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { addContact } from "./addContact.ts";
import { addToList } from "./addToList.ts";
import { eraseContact } from "./eraseContact.ts";
import { importFile } from "./importFiles.ts";
import { listHistory } from "./listHistory.ts";
import { listHistoryOfCreator } from "./listHistoryOfCreator.ts";
import { listLists } from "./listLists.ts";
import { markCraft } from "./markCraft.ts";
import { mergeCreators } from "./mergeCreators.ts";
import { noteCreator } from "./noteCreator.ts";
import { openCreator } from "./openCreator.ts";
import { openKept } from "./openKept.ts";
import { openList } from "./openList.ts";
import { recordContacted } from "./recordContacted.ts";
import { removeFromList } from "./removeFromList.ts";
import { removeList } from "./removeList.ts";
import { removeNote } from "./removeNote.ts";
import { saveList } from "./saveList.ts";
import { splitCreators } from "./splitCreators.ts";
import { tagCreator } from "./tagCreator.ts";
import { tagCreators } from "./tagCreators.ts";
import { undoEvent } from "./undoEvent.ts";
import { untagCreator } from "./untagCreator.ts";

let house: TestHouse;
let moon: string;
let kiln: string;
const actor = "owner";

const importCsv = async (name: string, text: string) => {
  const path = join(house.rejectsDir, "..", name);
  writeFileSync(path, text);
  await importFile(house, path, { say: (rule) => rule.key });
};

beforeEach(async () => {
  house = await testHouse();
  await importCsv("instagram-1.csv", "handle,followers\nmoon.bakes,12000\n");
  await importCsv("tiktok-1.csv", "handle,followers\nquiet_kiln,900\n");
  const creators = await loadCreators(house.db, house.workspaceId);
  [moon, kiln] = [creators[0]!.id, creators[1]!.id];
});
afterEach(() => house.close());

const newest = async () => (await listHistory(house, { limit: 1 }))[0]!;
const changeOf = async (id: string) =>
  (await house.db.selectFrom("creator").select("change_seq").where("id", "=", id).executeTakeFirstOrThrow())
    .change_seq;

describe("what is kept about a creator", () => {
  it("shows a tag as it was first written, and counts one in another case or width as the same", async () => {
    await tagCreator(house, { creatorId: moon, actor, tag: " #Vegan  Food " });
    await tagCreator(house, { creatorId: kiln, actor, tag: "vegan food" });
    const { id } = await newest();
    await tagCreator(house, { creatorId: kiln, actor, tag: "ＶＥＧＡＮ food" });
    expect((await newest()).id).toBe(id);
    expect((await openKept(house, kiln)).tags).toEqual(["Vegan Food"]);
    await untagCreator(house, { creatorId: kiln, actor, tag: "VEGAN FOOD" });
    expect((await openKept(house, kiln)).tags).toEqual([]);
    await expect(tagCreator(house, { creatorId: moon, actor, tag: " # " })).rejects.toMatchObject({
      code: "bad-input",
      at: "tag",
    });
  });

  it("tags many at once in one change, which one undo takes back", async () => {
    await tagCreator(house, { creatorId: kiln, actor, tag: "Bread" });
    const stranger = house.newId();
    const many = { creatorIds: [moon, kiln, "nobody", stranger], actor };
    expect(await tagCreators(house, { ...many, tag: "spring" })).toBe(2);
    expect(await tagCreators(house, { ...many, tag: "#SPRING" })).toBe(0);
    const { id, says, action } = await newest();
    expect([says, action]).toEqual([
      { key: "history.tag.given", values: { tag: "spring", count: 2 } },
      "undo",
    ]);
    expect((await listHistoryOfCreator(house, moon, 1))[0]!.says.key).toBe("history.creator.tagged");
    const before = await changeOf(moon);
    await undoEvent(house, id, actor);
    expect(await changeOf(moon)).toBeGreaterThan(before);
    expect([(await openKept(house, moon)).tags, (await openKept(house, kiln)).tags]).toEqual([[], ["Bread"]]);
    // Whom it is new to: one of the two, of whom the history speaks by name.
    expect(await tagCreators(house, { ...many, tag: "bread" })).toBe(1);
    expect((await newest()).says).toMatchObject({ key: "history.creator.tagged", values: { tag: "Bread" } });
  });

  it("tells whoever follows the change feed, when it is done and when it is undone", async () => {
    const before = await changeOf(moon);
    await tagCreator(house, { creatorId: moon, actor, tag: "bread" });
    const tagged = await changeOf(moon);
    expect(tagged).toBeGreaterThan(before);
    await undoEvent(house, (await newest()).id, actor);
    expect(await changeOf(moon)).toBeGreaterThan(tagged);
    expect((await openKept(house, moon)).tags).toEqual([]);
  });

  it("brings a removed note back with its words when the removal is undone, and takes it away when redone", async () => {
    await noteCreator(house, { creatorId: moon, actor, text: "Answers within a day" });
    const [note] = (await openKept(house, moon)).notes;
    await removeNote(house, { creatorId: moon, actor, id: note!.id });
    expect((await openKept(house, moon)).notes).toEqual([]);
    const undone = await undoEvent(house, (await newest()).id, actor);
    expect((await openKept(house, moon)).notes).toEqual([note]);
    await undoEvent(house, undone.eventId, actor);
    expect((await openKept(house, moon)).notes).toEqual([]);
  });

  it("refuses to undo a removal while the same was added anew, and names that", async () => {
    await tagCreator(house, { creatorId: moon, actor, tag: "bread" });
    await untagCreator(house, { creatorId: moon, actor, tag: "bread" });
    const { id } = await newest();
    await tagCreator(house, { creatorId: moon, actor, tag: "Bread" });
    await expect(undoEvent(house, id, actor)).rejects.toMatchObject({
      code: "refused",
      sentence: { key: "history.refused.later", values: { later: [{ key: "history.creator.tagged" }] } },
    });
    await undoEvent(house, (await newest()).id, actor);
    await undoEvent(house, id, actor);
    expect((await openKept(house, moon)).tags).toEqual(["bread"]);
  });

  it("holds one mark for craft, from 1 to 5, by a person", async () => {
    await markCraft(house, { creatorId: moon, actor, mark: 4, note: "Light and sound" });
    await markCraft(house, { creatorId: moon, actor, mark: 5, note: null });
    expect((await openKept(house, moon)).craft).toMatchObject({ mark: 5, note: null, actor });
    await undoEvent(house, (await newest()).id, actor);
    expect((await openKept(house, moon)).craft).toMatchObject({ mark: 4, note: "Light and sound" });
    await markCraft(house, { creatorId: moon, actor, mark: null, note: null });
    expect((await openKept(house, moon)).craft).toBeNull();
    for (const mark of [0, 6, 2.5])
      await expect(markCraft(house, { creatorId: moon, actor, mark, note: null })).rejects.toMatchObject({
        code: "bad-input",
      });
  });

  it("has no contact's value in any event or refusal, and none anywhere once it is deleted", async () => {
    const value = "hello@moon.example";
    await addContact(house, { creatorId: moon, actor, kind: "email", value, holder: "self", source: null });
    const { id: added } = await newest();
    await addContact(house, {
      ...{
        creatorId: moon,
        actor,
        kind: "email",
        value: " Hello@moon.example",
        holder: "self",
        source: null,
      },
    });
    await undoEvent(house, added, actor);
    await undoEvent(house, (await newest()).id, actor);
    const { contacts } = await openKept(house, moon);
    expect(contacts.map((contact) => contact.value)).toEqual([value]);
    await mergeCreators(house, { keptId: kiln, mergedId: moon, actor });
    await eraseContact(house, { creatorId: kiln, actor, id: contacts[0]!.id });
    await expect(undoEvent(house, (await newest()).id, actor)).rejects.toMatchObject({
      sentence: { key: "history.refused.erased" },
    });
    const dump: string[] = [];
    for (const table of ["contact", "change_row", "event", "creator_merge"]) {
      const { rows } = await house.pool.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t`,
      );
      dump.push(...rows.map(({ row }) => row));
    }
    expect(dump.length).toBeGreaterThan(3);
    expect(dump.filter((row) => row.includes("moon.example"))).toEqual([]);
    const refusal = await addContact(house, {
      ...{ creatorId: moon, actor, kind: "email", value: "no-address", holder: "self", source: null },
    }).catch((caught: unknown) => caught);
    expect(refusal).toMatchObject({ code: "bad-input", at: "value" });
    expect(JSON.stringify(refusal)).not.toContain("no-address");
  });

  it("refuses a talk on a day that is to come", async () => {
    await recordContacted(house, { creatorId: moon, actor, onDate: "2026-03-02", note: null });
    await expect(
      recordContacted(house, { creatorId: moon, actor, onDate: "2026-03-03", note: null }),
    ).rejects.toMatchObject({ code: "bad-input", at: "onDate" });
    expect((await openKept(house, moon)).contacted).toHaveLength(1);
  });

  it("is of creators that there are", async () => {
    for (const creatorId of [house.newId(), "1; DROP TABLE creator"])
      await expect(tagCreator(house, { creatorId, actor, tag: "x" })).rejects.toMatchObject({
        code: "not-found",
      });
  });
});

describe("a list of creators", () => {
  it("takes each creator once, in the order in which they came, and no strangers", async () => {
    const { id } = await saveList(house, { id: null, name: "Spring", actor });
    expect(await addToList(house, { listId: id, creatorIds: [kiln], actor })).toBe(1);
    house.setNow(new Date("2026-03-02T10:00:00Z"));
    const both = [moon, kiln, house.newId(), "nobody"];
    expect(await addToList(house, { listId: id, creatorIds: both, actor })).toBe(1);
    expect((await openList(house, id)).creators.map((creator) => creator.id)).toEqual([kiln, moon]);
    expect(await removeFromList(house, { listId: id, creatorIds: [kiln, house.newId()], actor })).toBe(1);
    expect((await listLists(house)).map(({ name, members }) => [name, members])).toEqual([["Spring", 1]]);
  });

  it("comes back with everybody in it when its removal is undone", async () => {
    const { id } = await saveList(house, { id: null, name: "Spring", actor });
    await addToList(house, { listId: id, creatorIds: [moon, kiln], actor });
    await removeList(house, { id, actor });
    expect(await listLists(house)).toEqual([]);
    await undoEvent(house, (await newest()).id, actor);
    expect((await openList(house, id)).creators).toHaveLength(2);
  });

  it("has a name of its own", async () => {
    const { id } = await saveList(house, { id: null, name: "Spring", actor });
    await expect(saveList(house, { id: null, name: " Spring ", actor })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await saveList(house, { id, name: "Summer", actor })).name).toBe("Summer");
    await expect(saveList(house, { id: house.newId(), name: "x", actor })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("two creators who are one", () => {
  it("are found under either id, with the accounts of both, and are two again when split", async () => {
    const before = [await openCreator(house, moon), await openCreator(house, kiln)];
    await mergeCreators(house, { keptId: moon, mergedId: kiln, actor });
    const one = await openCreator(house, kiln);
    expect(one.id).toBe(moon);
    expect(one.accounts.map(({ handle }) => handle)).toEqual(["moon.bakes", "quiet_kiln"]);
    await expect(mergeCreators(house, { keptId: kiln, mergedId: moon, actor })).rejects.toMatchObject({
      code: "refused",
    });
    const [merge] = (await openKept(house, moon)).merges;
    await splitCreators(house, { creatorId: kiln, actor, id: merge!.id });
    expect([await openCreator(house, moon), await openCreator(house, kiln)]).toEqual(before);
    await expect(splitCreators(house, { creatorId: moon, actor, id: merge!.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("stay one, and keep their name, when a file brings one of the accounts again", async () => {
    await mergeCreators(house, { keptId: moon, mergedId: kiln, actor });
    await importCsv("tiktok-2.csv", "handle,name,followers\nquiet_kiln,Quiet Kiln,1000\n");
    const one = await openCreator(house, moon);
    expect(one.accounts).toHaveLength(2);
    expect(one.displayName).toBe("moon.bakes");
  });

  it("are two again when the merge is undone", async () => {
    await tagCreator(house, { creatorId: kiln, actor, tag: "clay" });
    await mergeCreators(house, { keptId: moon, mergedId: kiln, actor });
    expect((await openKept(house, moon)).tags).toEqual(["clay"]);
    await undoEvent(house, (await newest()).id, actor);
    expect((await openKept(house, moon)).tags).toEqual([]);
    expect((await openKept(house, kiln)).tags).toEqual(["clay"]);
  });
});

describe("the history of a creator", () => {
  it("holds the imports that brought their figures and what was done about them, and nothing of others", async () => {
    const { id } = await saveList(house, { id: null, name: "Spring", actor });
    await addToList(house, { listId: id, creatorIds: [moon, kiln], actor });
    await tagCreator(house, { creatorId: kiln, actor, tag: "clay" });
    const entries = await listHistoryOfCreator(house, moon, 50);
    expect(entries.map(({ says }) => [says.key, says.values["who"] ?? says.values["fileName"]])).toEqual([
      ["history.creator.listed", "moon.bakes"],
      ["history.import.imported", "instagram-1.csv"],
    ]);
    expect(entries.every(({ action }) => action === "undo")).toBe(true);
  });
});
