import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { type TestHouse, testHouse } from "../../test/house.ts";
import type { OnProgress } from "./runOnThread.ts";
import { WatchedRuns } from "./watchedRuns.ts";

describe("runs that are watched", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(() => house?.close());

  /** Work that ends when it is told to. */
  function runsOfOne() {
    const at = {
      begin: () => {},
      end: () => {},
      fail: (_: unknown) => {},
      progress: (() => {}) as OnProgress,
    };
    const runs = new WatchedRuns(
      { atOnceMax: 1, keptMax: 2 },
      async (_, { slowly = false }: { secondsMax: number; slowly?: boolean }, onProgress) => {
        if (slowly) await new Promise<void>((resolve) => (at.begin = resolve));
        at.progress = onProgress;
        const finished = new Promise<string>((resolve, reject) => {
          at.end = () => resolve("made");
          at.fail = reject;
        });
        return { about: "figures", stop: () => at.end(), finished };
      },
    );
    return { runs, at };
  }

  it("shows how far one is, and what it made when it is stopped", async () => {
    const { runs, at } = runsOfOne();
    const id = await runs.start(house, { secondsMax: 5 });
    at.progress({ step: "search", value: 3, upperBound: 4 });
    expect(runs.find(house, id)).toMatchObject({ about: "figures", progress: { value: 3 }, made: null });
    runs.stop(house, id);
    await runs.stopAll();
    expect(runs.find(house, id)).toMatchObject({ made: "made", error: null });
  });

  it("refuses one too many, also while the first is still reading what it needs", async () => {
    const { runs, at } = runsOfOne();
    const first = runs.start(house, { secondsMax: 5, slowly: true });
    const busy = { code: "conflict", sentence: sentence("server.run.busy", { count: 1 }) };
    await expect(runs.start(house, { secondsMax: 5 })).rejects.toMatchObject(busy);
    at.begin();
    const id = await first;
    await expect(runs.start(house, { secondsMax: 5 })).rejects.toMatchObject(busy);
    at.fail(new ChoraleError("bad-input", sentence("plan.noCreators"), "creators"));
    await runs.stopAll();
    expect(runs.find(house, id).error).toMatchObject({ code: "bad-input", at: "creators" });
    await runs.start(house, { secondsMax: 5 });
  });

  it("is known in its own workspace only, and forgets the oldest", async () => {
    const { runs, at } = runsOfOne();
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.push(await runs.start(house, { secondsMax: 5 }));
      at.end();
      await runs.stopAll();
    }
    const [first = "", second = ""] = ids;
    expect(runs.find(house, second).made).toBe("made");
    const elsewhere = { ...house, workspaceId: house.newId() };
    expect(() => runs.find(elsewhere, second)).toThrow(ChoraleError);
    expect(() => runs.find(house, first)).toThrow(ChoraleError);
  });
});
