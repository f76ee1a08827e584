import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { folder, read, refusal } from "./openTable.fixture.ts";
import { openTable } from "./openTable.ts";

describe("a workbook", () => {
  const workbook = async (rows: unknown[][], style?: (sheet: exceljs.Worksheet) => void) => {
    const book = new exceljs.Workbook();
    book.addWorksheet("empty");
    const sheet = book.addWorksheet("list");
    for (const row of rows) sheet.addRow(row);
    style?.(sheet);
    return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  };

  it("is read from its first sheet that holds anything: text, dates, percents, formulas", async () => {
    const bytes = await workbook(
      [
        ["昵称", "粉丝数", "日期", "女粉占比", "总数"],
        ["暖阳厨房", 12_000, new Date("2026-02-04T00:00:00Z"), 0.886, { formula: "B2*2", result: 24_000 }],
        ["慢煮时光", null, null, null, null],
      ],
      (sheet) => {
        sheet.getCell("D2").numFmt = "0.0%";
      },
    );
    expect(await read(bytes, "xlsx")).toMatchObject({
      format: "xlsx",
      columns: ["昵称", "粉丝数", "日期", "女粉占比", "总数"],
      rows: [
        ["暖阳厨房", "12000", "2026-02-04", "88.6%", "24000"],
        ["慢煮时光", "", "", "", ""],
      ],
    });
  });

  it("keeps every character of a sheet of many chunks, inline or shared, and reads it row by row", async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `暖阳厨房的第${i}号手作人🧁<&"'>`);
    const bytes = await workbook([["名称", "n"], ...names.map((name, i) => [name, i / 8])]);
    const found = await read(bytes, "xlsx");
    expect(found.rows).toEqual(names.map((name, i) => [name, String(i / 8)]));
    expect(found.lines.slice(0, 2)).toEqual([2, 3]);
    const path = join(folder, "inline.xlsx");
    const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
    const sheet = book.addWorksheet("list");
    sheet.addRow(["名称"]).commit();
    for (const name of names) sheet.addRow([name]).commit();
    await book.commit();
    const rows: string[] = [];
    for await (const batch of (await openTable(path)).batches)
      rows.push(...batch.map((row) => row.cells[0] ?? ""));
    expect(rows).toEqual(names);
  });

  it("reads times, booleans, rich text, errors and gaps", async () => {
    const bytes = await workbook([
      ["a", "b", "c", "d", "e"],
      [
        new Date("2026-02-04T10:30:00Z"),
        true,
        { richText: [{ text: "暖" }, { text: "阳" }] },
        { error: "#N/A" },
        0.1,
      ],
      [null, "x", null, null, "  y "],
    ]);
    expect((await read(bytes, "xlsx")).rows).toEqual([
      ["2026-02-04T10:30:00Z", "true", "暖阳", "#N/A", "0.1"],
      ["", "x", "", "", "  y "],
    ]);
  });

  it("is refused when it is a bomb, another archive, or broken", async () => {
    expect(await refusal(zip("xl/workbook.xml", Buffer.alloc(50_000_000)), "xlsx")).toMatchObject({
      key: "catalog.file.zipBomb",
    });
    expect(await refusal(zip("word/document.xml", Buffer.from("<a/>")), "xlsx")).toMatchObject({
      key: "catalog.file.notWorkbook",
    });
    const broken = (await workbook([["a"], ["b"]])).slice(0, 900);
    expect(await refusal(broken, "xlsx")).toMatchObject({ key: "catalog.file.brokenZip" });
  });

  it("is refused as a bomb though its declared size lies", async () => {
    const bomb = Buffer.alloc(100_000_000);
    for (const declared of [100, bomb.length / 10, bomb.length]) {
      const bytes = zip("xl/workbook.xml", bomb, declared);
      expect(await refusal(bytes, "xlsx")).toMatchObject({ key: "catalog.file.zipBomb" });
    }
  }, 20_000);

  it("is called broken when a part is shorter or longer than it declares", async () => {
    for (const declared of [3, 300])
      expect(
        await refusal(zip("xl/workbook.xml", Buffer.from("<workbook/>"), declared), "xlsx"),
      ).toMatchObject({
        key: "catalog.file.brokenZip",
      });
  });

  it("needs no cell references, no styles and no relationships", async () => {
    const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
    const sheet = `<worksheet><sheetData><row>${text("handle")}${text("country")}${text("followers")}</row>
      <row>${text("amber.kiln")}<c/><c><v>1200</v></c></row></sheetData></worksheet>`;
    const named = '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const relationship = '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>';
    const parts = { "xl/workbook.xml": named, "xl/worksheets/sheet1.xml": sheet };
    const related = { "xl/_rels/workbook.xml.rels": `<Relationships>${relationship}</Relationships>` };
    for (const book of [parts, { ...parts, ...related }])
      expect(await read(zipOf(book), "xlsx")).toMatchObject({
        columns: ["handle", "country", "followers"],
        rows: [["amber.kiln", "", "1200"]],
      });
  });
});

/** An archive of one entry, by hand: only so can its declared size lie. */
function zip(name: string, content: Buffer, declaredBytes = content.length): Buffer {
  return archive([{ name, content, declaredBytes }]);
}

function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  return archive(
    Object.entries(parts).map(([name, text]) => {
      const content = Buffer.from(text);
      return { name, content, declaredBytes: content.length };
    }),
  );
}

function archive(entries: readonly { name: string; content: Buffer; declaredBytes: number }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content, declaredBytes } of entries) {
    const packed = deflateRawSync(content);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(declaredBytes, 18);
    header.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), header, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    centrals.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), header, place, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}
