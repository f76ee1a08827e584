import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { findUpload, forgetUpload, keepUpload } from "./keepUpload.ts";
import { previewUpload } from "./previewUpload.ts";

const CSV = "handle,fans,colour\nsalt_lin,1200,red\nlittle_stove,800,blue\n";

describe("an upload", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(() => house?.close());
  const keep = (name: string) => keepUpload(house, name, Readable.from([CSV]));

  it("is kept under its own name, in a folder of its own, wherever the name points", async () => {
    const upload = await keep("../../xiaohongshu-list.csv");
    expect(upload.name).toBe("xiaohongshu-list.csv");
    expect(dirname(dirname(upload.path))).toBe(house.filesDir);
    expect(await readFile(upload.path, "utf8")).toBe(CSV);
  });

  it.each(["..", "a/..", ""])("is refused when its name, %j, is none", async (name) => {
    await expect(keep(name)).rejects.toMatchObject({ code: "bad-input", at: "name" });
  });

  it("is found by its id alone, and no more once forgotten", async () => {
    const { id } = await keep("list.csv");
    expect((await findUpload(house, id)).name).toBe("list.csv");
    await expect(findUpload(house, "../postgres")).rejects.toMatchObject({ code: "not-found" });
    await forgetUpload(house, id);
    await expect(findUpload(house, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is gone a day later, when the next one comes", async () => {
    const { id } = await keep("old.csv");
    // Files carry the real clock's time, the house its own.
    house.setNow(new Date(Date.now() + 25 * 60 * 60 * 1000));
    await keep("new.csv");
    await expect(findUpload(house, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("shows what its columns seem to mean, with samples, and what the reader settled instead", async () => {
    const { id } = await keep("xiaohongshu.csv");
    const preview = await previewUpload(house, id, {});
    expect(preview).toMatchObject({ as: "creators", platform: "xiaohongshu", platformFrom: "path" });
    expect(preview.columns).toEqual([
      { name: "handle", field: "handle", samples: ["salt_lin", "little_stove"] },
      { name: "fans", field: "followers", samples: ["1200", "800"] },
      { name: "colour", field: null, samples: ["red", "blue"] },
    ]);
    const settled = await previewUpload(house, id, { platform: "douyin", columns: { colour: "bio" } });
    expect(settled.platformFrom).toBe("mapping");
    expect(settled.columns[2]?.field).toBe("bio");
  });
});
