import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { briefFromText, readBrief } from "./readBrief.ts";

describe("a brief's text", () => {
  it("is read the same from YAML and from JSON", () => {
    const document = { market: "CN", budget: 3000, objective: { by: "2026-06-30", target: "+10%" } };
    const yaml = 'market: CN\nbudget: 3000\nobjective:\n  by: 2026-06-30\n  target: "+10%"\n';
    expect(briefFromText(yaml, "b.yaml")).toEqual(document);
    expect(briefFromText(JSON.stringify(document, null, "\t"), "b.json")).toEqual(document);
    expect(briefFromText(`\uFEFF${yaml}`, "b.yaml")).toEqual(document);
  });

  it("keeps words that older YAML takes for booleans", () => {
    expect(briefFromText("market: NO", "b.yaml")).toEqual({ market: "NO" });
  });

  it("is nothing when empty", () => {
    expect(briefFromText("", "b.yaml")).toBeNull();
    expect(briefFromText("# only a comment\n", "b.yaml")).toBeNull();
  });

  it.each([
    ['market: CN\nbudget: "3000\n', 3],
    ["market: CN\nmarket: FR\n", 2],
    ['{"market": "CN",\n "budget": }\n{', 3],
  ])("that breaks is refused with its line: %j", (text, line) => {
    expect(() => briefFromText(text, "b.yaml")).toThrow(
      expect.objectContaining({
        code: "bad-input",
        at: "b.yaml",
        sentence: expect.objectContaining({ values: expect.objectContaining({ line }) }),
      }),
    );
  });

  it("cannot grow by aliases", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    expect(() => briefFromText(lines.join("\n"), "b.yaml")).toThrow(/bad-input/);
  });
});

describe("a brief's file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "brief-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is refused plainly when absent, too large or no text", async () => {
    await expect(readBrief(join(folder, "none.yaml"))).rejects.toMatchObject({ code: "not-found" });
    await expect(readBrief(folder)).rejects.toMatchObject({ sentence: { key: "brief.folder" } });
    await writeFile(join(folder, "large.yaml"), "x".repeat(2_000_001));
    await expect(readBrief(join(folder, "large.yaml"))).rejects.toMatchObject({
      code: "bad-input",
      sentence: { key: "brief.tooLarge" },
    });
    await writeFile(join(folder, "bytes.yaml"), Uint8Array.of(0xff, 0xfe, 0x00, 0xd8));
    await expect(readBrief(join(folder, "bytes.yaml"))).rejects.toMatchObject({
      sentence: { key: "brief.notText" },
    });
  });
});
