/** The words of a template, already in one language. */
export interface TemplateWords {
  readonly sheet: string;
  readonly explanations: string;
  readonly title: string;
  readonly heads: readonly [string, string, string];
  readonly needed: string;
  readonly columns: readonly {
    readonly header: string;
    readonly says: string;
    readonly example: string | number;
    readonly isNeeded: boolean;
    /** Values to choose from. */
    readonly choices: readonly string[] | null;
  }[];
  readonly remarks: readonly string[];
}

const ROWS_WITH_CHOICES = 500;

/** The bytes of a workbook: a sheet to fill in with one example row, and a sheet that explains each column. */
export async function templateWorkbook(words: TemplateWords): Promise<Buffer> {
  // 0.6 s to load, and only a template needs it.
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = words.columns.map(({ header }) => ({ header, width: Math.max(12, header.length * 1.8) }));
  sheet.addRow(words.columns.map(({ example }) => example));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  sheet.getRow(2).font = { italic: true, color: { argb: "FF777777" } };
  words.columns.forEach(({ isNeeded, choices }, i) => {
    head.getCell(i + 1).fill = {
      type: "pattern",
      pattern: "solid",
      fgColor: { argb: isNeeded ? "FFF3E3C3" : "FFEDEDED" },
    };
    // Excel takes a list written into the cell's rule up to 255 characters.
    if (choices === null || choices.join(",").length > 250) return;
    for (let row = 2; row <= ROWS_WITH_CHOICES; row += 1)
      sheet.getCell(row, i + 1).dataValidation = {
        type: "list",
        allowBlank: true,
        showErrorMessage: false,
        formulae: [`"${choices.join(",")}"`],
      };
  });
  const notes = book.addWorksheet(words.explanations);
  notes.columns = [{ width: 28 }, { width: 90 }, { width: 40 }];
  notes.addRow([words.title]).font = { bold: true, size: 14 };
  for (const remark of words.remarks) notes.addRow([remark]);
  notes.addRow([]);
  notes.addRow([...words.heads]).font = { bold: true };
  for (const { header, says, isNeeded, choices } of words.columns)
    notes.addRow([
      isNeeded ? `${header} (${words.needed})` : header,
      says,
      choices === null ? "" : choices.join(" · "),
    ]);
  notes.getColumn(2).alignment = { wrapText: true, vertical: "top" };
  notes.getColumn(3).alignment = { wrapText: true, vertical: "top" };
  return Buffer.from(await book.xlsx.writeBuffer());
}
