import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folder, gb18030, LIST, ROWS, read, refusal, utf16 } from "./openTable.fixture.ts";
import { openTable } from "./openTable.ts";
import { csvLine } from "./rejectsFile.ts";

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
