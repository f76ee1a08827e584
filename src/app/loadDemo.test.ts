import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCreators } from "#storage/creators";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { countCreators } from "./countCreators.ts";
import { loadDemo } from "./loadDemo.ts";
import { makeDemo } from "./makeDemo.ts";

const say = (rule: { key: string }) => rule.key;

let house: TestHouse;
afterEach(() => house.close());

describe("the demo workspace", () => {
  beforeEach(async () => {
    house = await testHouse({ kind: "demo" });
  });

  it("holds the whole demo market and its briefs, said to come from it", async () => {
    const { isNew, briefs } = await loadDemo(house, say);
    expect(isNew).toBe(true);
    expect(briefs.map((brief) => brief.name)).toEqual([
      "Noodles in China (demo)",
      "Face serum in France (demo)",
    ]);
    expect(await countCreators(house)).toBe(makeDemo("2026-03-02").creators.length);
    const [creator] = await loadCreators(house.db, house.workspaceId);
    expect(creator?.accounts[0]?.snapshots[0]?.source.source).toBe("demo market");
  });

  it("is loaded once: a later day changes nothing in it", async () => {
    const first = await loadDemo(house, say);
    house.setNow(new Date("2026-03-20T09:00:00Z"));
    const again = await loadDemo(house, say);
    expect(again.isNew).toBe(false);
    expect(again.briefs.map((brief) => brief.id)).toEqual(first.briefs.map((brief) => brief.id));
  });
});

describe("a workspace of real creators", () => {
  it("never takes in the demo market", async () => {
    house = await testHouse();
    await expect(loadDemo(house, say)).rejects.toMatchObject({ code: "refused" });
    expect(await countCreators(house)).toBe(0);
  });
});
