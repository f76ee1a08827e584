import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { JudgeDocument } from "../../src/core/planner/judgeDocument.ts";
import type { Sentence } from "../../src/core/sentence.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chorale-judge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const by = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

function chorale(...args: string[]) {
  const env = { ...process.env, CHORALE_DATA: join(folder, "data") };
  return spawnSync(process.execPath, [join(root, "dist/main.js"), ...args], { encoding: "utf8", env });
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const brief = file(
  "brief.yaml",
  `market: CN\ncurrency: CNY\nproduct: ready-to-cook noodles\ntopics: [food]\nplatforms: [xiaohongshu]
audience: { countries: [CN], ages: [18-24, 25-34], genders: [female] }
objective: { metric: reach, target: 80000, by: ${by} }\nbudget: 20000\n`,
);
const HEADER = "platform,handle,followers,views,deliverable,price,currency";
const catalog = file(
  "catalog.csv",
  [
    HEADER,
    ...Array.from(
      { length: 30 },
      (_, i) =>
        `xiaohongshu,known${i},${3000 + 300 * i},${900 + 60 * ((i * 7) % 30)},note,${120 + 15 * i},CNY`,
    ),
  ].join("\n"),
);
const list = file(
  "list.csv",
  [
    HEADER,
    "xiaohongshu,known3,3900,2160,note,165,CNY",
    "xiaohongshu,known8,5400,2400,note,2600,CNY",
    "xiaohongshu,new1,6000,1500,note,210,CNY",
    "xiaohongshu,new2,6000,1500,note,210,CNY",
  ].join("\n"),
);

describe("judging a list in the terminal", () => {
  it("says in one sentence what to do, line by line why, and what to ask, and touches no data folder", () => {
    const { status, stdout, stderr } = chorale("judge", list, brief, "--creators", catalog, "--passes", "3");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /The list likely brings [\d,]+ people for CN¥[\d,]+ all in; the best plan for the same money/,
    );
    expect(stdout).toMatch(/known8 +(swap|ask) +1 × Note +CN¥2,600/);
    expect(stdout).toContain("At most");
    expect(stdout).toContain("Questions to send");
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  it("prints and keeps the same document, with sums that hold and one forecast for plan and list", () => {
    const out = join(folder, "judge.json");
    const flags = ["--creators", catalog, "--passes", "3", "--json", "--out", out];
    const document: JudgeDocument = JSON.parse(chorale("judge", list, brief, ...flags).stdout);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(document);
    const { best, counts, list: judged, listGap } = document;
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(judged.lines.length);
    const sum = judged.lines.reduce((total, line) => total + (line.cost?.amountMinor ?? 0), 0);
    expect(judged.totals.cost.amountMinor).toBe(sum);
    expect(best?.totals.cost.amountMinor).toBeLessThanOrEqual(sum);
    expect(best?.forecast.mean).toBeGreaterThan(judged.forecast.mean);
    expect(listGap).toBeGreaterThan(document.certificate.gap ?? 0);
    expect(JSON.stringify(document)).not.toContain('"text":"judge.');
  });

  it("prints the letter in the language asked for", () => {
    const letter = (language: string) =>
      chorale("judge", list, brief, "--creators", catalog, "--passes", "2", "--questions", language);
    expect(letter("zh-CN").stdout).toMatch(/^您好，\n[\s\S]*谢谢！\n$/);
    expect(letter("zh-TW").stdout).toMatch(/^您好，\n[\s\S]*謝謝！\n$/);
    expect(letter("fr").status).toBe(2);
  });

  it("refuses a list whole that asks two prices for the same thing, and reads a pasted one", () => {
    const twice = file(
      "twice.csv",
      `${readFileSync(list, "utf8")}\nxiaohongshu,new1,6000,1500,note,260,CNY\n`,
    );
    const refused = chorale("judge", twice, brief, "--creators", catalog, "--json");
    expect(refused.status).toBe(1);
    const { error } = JSON.parse(refused.stdout);
    expect(error.details[0].at).toContain("line 6");
    expect(JSON.stringify(error.details[0].rule)).toContain("line 4");
    const pasted = file(
      "pasted.txt",
      "https://www.xiaohongshu.com/user/profile/5e0000000000000000000001 6000粉 图文 300元\nhttps://www.xiaohongshu.com/user/profile/5e0000000000000000000002 8000粉 图文 420元\n",
    );
    const { list: judged } = JSON.parse(
      chorale("judge", pasted, brief, "--creators", catalog, "--json").stdout,
    );
    expect(
      judged.lines.map((line: JudgeDocument["list"]["lines"][number]) => line.asked?.amountMinor),
    ).toEqual([30_000, 42_000]);
  });
});

const shared = resolve(root, process.env["CHORALE_SHARED"] ?? "../shared", "data/catalogs/xiaohongshu-koc");
// The creators of the file are somebody's: the test reads them where they lie and keeps nothing.
describe.skipIf(!existsSync(shared))("a list of 101 real creators (skipped without shared data)", () => {
  it("judged against itself keeps its best, finds the overpriced, and asks for what nobody measured", () => {
    const creators = join(shared, "creators.json");
    const flags = ["--creators", creators, join(shared, "posts.csv"), "--platform", "xiaohongshu"];
    const { stdout } = chorale("judge", creators, brief, ...flags, "--passes", "2", "--json");
    const { advice, best, counts, list: judged, certificate }: JudgeDocument = JSON.parse(stdout);
    // Everybody is on the list: what it lacks is money in fewer hands, which no swap brings.
    const parts = advice.flatMap(({ values }) => values["parts"] as readonly Sentence[]);
    expect(parts.map(({ key }) => key)).toEqual(["judge.advice.kept", "judge.advice.more"]);
    expect(judged.lines.length).toBeGreaterThan(90);
    expect(counts.keep).toBeGreaterThan(20);
    expect(certificate.gap).toBeLessThan(0.05);
    expect(best?.forecast.mean).toBeGreaterThan(1.1 * judged.forecast.mean);
    const asked = new Set(judged.lines.flatMap(({ questions }) => questions.map(({ key }) => key)));
    expect(asked).toContain("judge.ask.floor");
    expect(asked).toContain("judge.ask.viewsEstimated");
  });
});
