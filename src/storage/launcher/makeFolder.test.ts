import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "./makeFolder.ts";

const root = mkdtempSync(join(tmpdir(), "chorale-folder-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const refusal = (folder: string) => {
  try {
    makeFolder(folder);
    return null;
  } catch (caught) {
    return caught;
  }
};

describe("making the data folder", () => {
  it("makes every folder above it too, for its owner alone, and is content with one that is there", () => {
    const folder = join(root, "a", "b");
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("names the file that stands in its place or above it", () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    for (const folder of [file, join(file, "data")])
      expect(refusal(folder)).toMatchObject({
        code: "unavailable",
        sentence: { key: "storage.fileInTheWay", values: { folder, file } },
      });
  });

  it.skipIf(!existsSync("/proc/self"))("gives up at once where the system makes no folders (Linux)", () => {
    expect(refusal("/proc/nope/data")).toMatchObject({
      code: "unavailable",
      sentence: { key: "storage.cannotMake", values: { folder: "/proc/nope/data" } },
    });
  });
});
