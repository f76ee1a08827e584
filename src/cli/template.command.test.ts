import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterAll, describe, expect, it } from "vitest";
import { makeTemplate } from "#app/makeTemplate";
import { readCatalogFiles } from "#app/readCatalogFiles";
import { TEMPLATE_COLUMNS } from "#core/catalog/import/template";
import { latestFigure } from "#core/catalog/latestFigure";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";

const folder = mkdtempSync(join(tmpdir(), "chorale-template-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function template(language: (typeof LANGUAGES)[number]) {
  const path = join(folder, "list.xlsx");
  writeFileSync(path, await makeTemplate(language, (words) => say(language, words)));
  return path;
}

const FILLED = {
  platform: "小红书",
  handle: "river_eats",
  followers: "1.2万",
  views: 4800,
  female: "64%",
  age25: 0.41,
  date: "2026-02-04",
  currency: "EUR",
  imagePrice: 300,
  videoPrice: "500-800",
  notes: "mornings only",
} as const;

describe.each(LANGUAGES)("the template in %s", (language) => {
  it("has a meaning for every column, and its example is no creator", async () => {
    const path = await template(language);
    await expect(readCatalogFiles([path], { today: "2026-05-01" })).rejects.toMatchObject({
      sentence: { key: "catalog.file.noRows" },
    });
  });

  it("comes back filled in without a question and with its figures", async () => {
    const path = await template(language);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(path);
    book.worksheets[0]!.getRow(3).values = TEMPLATE_COLUMNS.map(
      (column) => FILLED[column as keyof typeof FILLED] ?? null,
    );
    book.worksheets[0]!.getRow(4).values = ["instagram", "moon.bakes", null, null, null, null, null, 900];
    await book.xlsx.writeFile(path);
    const { creators, report } = await readCatalogFiles([path], { today: "2026-05-01" });
    expect(report[0]).toMatchObject({ as: "creators", platformFrom: "column", rows: 2, accepted: 2 });
    expect(report[0]?.notes.map(({ rule }) => rule.key)).toEqual(["catalog.rule.exampleRow"]);
    expect(report[0]?.ignored).toEqual([say(language, { key: "catalog.template.notes.header", values: {} })]);
    const account = creators[0]!.accounts[0]!;
    expect(account).toMatchObject({ platform: "xiaohongshu", handle: "river_eats" });
    expect(latestFigure(account, "followers")).toMatchObject({
      value: 12_000,
      source: { observedOn: "2026-02-04" },
    });
    expect(latestFigure(account, "viewsAvg")?.value).toBe(4800);
    expect(account.audience.map(({ key, shareBp }) => [key, shareBp])).toEqual([
      ["female", 6400],
      ["25-34", 4100],
    ]);
    expect(
      account.rates.map((rate) => [rate.deliverable, rate.currency, rate.priceMinor, rate.priceMaxMinor]),
    ).toEqual([
      ["note", "EUR", 30_000, null],
      ["video-note", "EUR", 50_000, 80_000],
    ]);
    expect(creators[1]!.accounts[0]).toMatchObject({ platform: "instagram", handle: "moon.bakes" });
  });
});
