import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import exceljs from "exceljs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openTable } from "./openTable.ts";
import { csvLine } from "./rejectsFile.ts";
import type { TableRow } from "./table.ts";

const folder = mkdtempSync(join(tmpdir(), "chorale-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function write(bytes: string | Uint8Array, extension = "csv"): string {
  files += 1;
  const path = join(folder, `${files}.${extension}`);
  writeFileSync(path, bytes);
  return path;
}

async function read(bytes: string | Uint8Array, extension?: string) {
  const table = await openTable(write(bytes, extension));
  const rows: TableRow[] = [];
  for await (const batch of table.batches) rows.push(...batch);
  return {
    format: table.format,
    columns: table.columns,
    rows: rows.map((row) => row.cells),
    lines: rows.map((row) => row.line),
  };
}

const refusal = (bytes: string | Uint8Array, extension?: string) =>
  read(bytes, extension).then(
    () => "read",
    (caught: { sentence: { key: string; values: Record<string, unknown> } }) => caught.sentence,
  );

function utf16(text: string, order: "le" | "be", mark: boolean): Buffer {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

/** The GB18030 bytes of characters, found by decoding every two-byte code: the run-time has no encoder. */
const gbk = new Map<string, number[]>();
for (let high = 0x81; high <= 0xfe; high += 1)
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const [character = "", more] = new TextDecoder("gb18030").decode(Uint8Array.of(high, low));
    if (more === undefined && character !== "\uFFFD") gbk.set(character, [high, low]);
  }
const gb18030 = (text: string) =>
  Uint8Array.from([...text].flatMap((character) => gbk.get(character) ?? [character.charCodeAt(0)]));

const LIST = "昵称,粉丝数\n暖阳厨房,1.2万\n慢煮时光,800\n";
const ROWS = [
  ["暖阳厨房", "1.2万"],
  ["慢煮时光", "800"],
];

describe("text in any encoding", () => {
  it.each([
    ["UTF-8", Buffer.from(LIST)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${LIST}`)],
    ["UTF-16 LE", utf16(LIST, "le", true)],
    ["UTF-16 BE", utf16(LIST, "be", true)],
    ["GB18030", gb18030(LIST)],
  ])("is read from %s", async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ columns: ["昵称", "粉丝数"], rows: ROWS });
  });

  it("is read from UTF-16 without a mark when it is mostly Latin", async () => {
    for (const order of ["le", "be"] as const)
      expect(await read(utf16("handle,followers\nmoon,12\n", order, false))).toMatchObject({
        rows: [["moon", "12"]],
      });
  });

  it("notices an encoding that only shows late in the file", async () => {
    const ascii = "maker,12\n".repeat(60_000);
    const bytes = Buffer.concat([
      Buffer.from("name,followers\n"),
      Buffer.from(ascii),
      Buffer.from(gb18030("暖阳厨房,5\n")),
    ]);
    expect((await read(bytes)).rows.at(-1)).toEqual(["暖阳厨房", "5"]);
  });

  it("is refused when it is neither: a picture, a PDF of plain text, Latin-1, broken UTF-8", async () => {
    for (const bytes of [
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff]),
      Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
      Buffer.from("name,n\nJos\u00e9,1\n", "latin1"),
      Buffer.from([0x61, 0x2c, 0xff, 0xff, 0xff, 0x0a]),
    ])
      expect(await refusal(bytes)).toMatchObject({ key: "catalog.file.notText" });
  });
});

describe("delimited text", () => {
  it("is read back whatever the delimiter, quotes and line breaks", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "中", "1", ",", ";", "\t", "|", '"', "\n", " ", "."),
      maxLength: 12,
    });
    const table = fc.tuple(
      fc.constantFrom(",", ";", "\t", "|"),
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(table, async ([delimiter, rows]) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [["one", "two", "three"], ...rows]
          .map((row) => row.map(quoted).join(delimiter))
          .join("\n");
        expect((await read(text)).rows).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps duplicate names, line breaks in headers and stray quotes", async () => {
    const text = 'name,"followers\n(total)",followers\n"Weird Al" Tune,5\' 9",3\r\nplain,"a\nb",4\n';
    expect(await read(text)).toEqual({
      format: "csv",
      columns: ["name", "followers\n(total)", "followers"],
      rows: [
        ['"Weird Al" Tune', "5' 9\"", "3"],
        ["plain", "a\nb", "4"],
      ],
      lines: [3, 4],
    });
  });

  it.each(["\n", "\r\n", "\r"])("counts lines as an editor does, broken by %j", async (end) => {
    const text = ['a,"b', 'c"', "1,2", '3,"x', 'y"', "", "5,6", '"7",8', ""].join(end);
    const rows = [
      ["1", "2"],
      ["3", "x\ny"],
      ["5", "6"],
      ["7", "8"],
    ];
    expect(await read(text)).toMatchObject({ columns: ["a", "b\nc"], rows, lines: [3, 4, 7, 8] });
  });

  it("follows Excel's sep line", async () => {
    expect(await read("sep=;\r\na;b\r\n1,5;2\r\n")).toMatchObject({
      columns: ["a", "b"],
      rows: [["1,5", "2"]],
      lines: [3],
    });
  });

  it("writes cells that it reads back", async () => {
    const cells = fc.array(
      fc.string({ unit: "binary" }).filter((text) => !text.includes("\0")),
      { minLength: 2, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(cells, async (row) => {
        const text = csvLine(row.map((_, i) => `c${i}`)) + csvLine([...row.slice(0, -1), `${row.at(-1)}.`]);
        expect((await read(text)).rows).toEqual([
          [...row.slice(0, -1), `${row.at(-1)}.`].map((cell) => cell.replace(/\r\n?/g, "\n")),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("JSON", () => {
  it("is an array of objects or one object a line, nested keys joined, long ids exact", async () => {
    const records = '{"id":7312345678901234567,"stats":{"fans":12},"tags":["a","b"],"note":"1  x\\n2  [y]"}';
    const columns = ["id", "stats.fans", "tags", "note", "late"];
    const rows = [
      ["7312345678901234567", "12", "a,b", "1  x\n2  [y]", ""],
      ["1", "", "", "", "x"],
    ];
    expect(await read(`[\n${records},\n{"id":1,"late":"x"}]`, "json")).toEqual({
      format: "json",
      columns,
      rows,
      lines: [2, 3],
    });
    expect(await read(`${records}\n{"id":1,"late":"x"}\n`, "json")).toMatchObject({
      format: "ndjson",
      columns,
      rows,
    });
  });

  it("leaves a cell empty whose key is first met in a later object, thousands of objects later too", async () => {
    const first = '{"a":1},\n{"a":2},\n{"a":3,"b":4}';
    const found = await read(`[${first}]`, "json");
    expect(found).toMatchObject({
      columns: ["a", "b"],
      rows: [
        ["1", ""],
        ["2", ""],
        ["3", "4"],
      ],
      lines: [1, 2, 3],
    });
    const many = [...Array(5000).fill('{"a":1}'), '{"b":2,"c":3}'].join("\n");
    const late = await read(many, "ndjson");
    expect(late.rows[0]).toEqual(["1", "", ""]);
    expect([late.rows.at(-1), late.lines.at(-1)]).toEqual([["", "2", "3"], 5001]);
  });

  it.each([
    ['[{"a":1},{"a":', "cutOff"],
    ["[1,2]", "notRecords"],
    ['[{"a":01}]', "notJson"],
    ["[]", "noRows"],
    ['[{"a":1}] trailing', "notRecords"],
  ])("%s is refused as %s", async (text, key) => {
    expect(await refusal(text, "json")).toMatchObject({ key: `catalog.file.${key}` });
  });
});

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

describe("what is no list", () => {
  it.each([
    ["an empty file", "", "empty"],
    ["blank lines", "\n\n\n", "empty"],
    [
      "10,000 columns",
      `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",")}\n1\n`,
      "tooManyColumns",
    ],
    ["a 1 MB cell", `a,b\n1,${"x".repeat(1_048_576)}\n`, "cellTooLong"],
    ["a 1 MB cell in quotes", `a,b\n1,"${"x".repeat(1_048_576)}"\n`, "cellTooLong"],
    ["a 1 MB cell in JSON", `[{"a":"${"x".repeat(1_048_576)}"}]`, "cellTooLong"],
    ["a quote that never closes", 'a,b\n1,"2\n3,4\n', "quoteNotClosed"],
  ])("%s is refused", async (_, text, key) => {
    expect(await refusal(text)).toMatchObject({ key: `catalog.file.${key}` });
  });

  it("says when there is no such file, or it is a folder", async () => {
    await expect(openTable(join(folder, "absent.csv"))).rejects.toMatchObject({
      sentence: { key: "catalog.file.missing" },
    });
    await expect(openTable(folder)).rejects.toMatchObject({ sentence: { key: "catalog.file.folder" } });
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
