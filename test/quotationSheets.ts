import exceljs from "exceljs";

export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges?: readonly string[];
}

/** A workbook as agencies send them: titles above, merged cells, several sheets. */
export async function workbookOf(sheets: readonly SheetPlan[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const range of merges) sheet.mergeCells(range);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Title, two header lines with merged groups, a platform merged over its rows, remarks below. */
export const MIXED_PLATFORMS: readonly SheetPlan[] = [
  { name: "封面", rows: [["暖阳传媒"], ["2026 年度合作手册"], ["联系人：媒介部"]] },
  {
    name: "KOL报价",
    rows: [
      ["暖阳传媒 KOL 报价表（2026年4月）", null, null, null, null, null, null, null, null],
      ["基础信息", null, null, null, "报价（元/条，含税6%）", null, null, "返点", "备注"],
      ["序号", "平台", "账号名称", "粉丝数（万）", "图文", "视频", "直播", null, null],
      [1, "小红书", "暖炉小厨", 1.25, 848, 1272, null, 0.15, "可探店"],
      [2, null, "慢煮日和", 0.86, 636, "面议", null, 0.15, null],
      [3, "抖音", "阿木探店", 8.6, null, 4770, "不接", 0.1, null],
      [4, null, "山野车记", 4.5, null, 2756, 8000, 0.1, null],
      ["备注：以上报价含 6% 增值税专用发票", null, null, null, null, null, null, null, null],
      ["2、档期以实际沟通为准。", null, null, null, null, null, null, null, null],
    ],
    merges: ["A1:I1", "A2:D2", "E2:G2", "H2:H3", "I2:I3", "B4:B5", "B6:B7", "A8:I8", "A9:I9"],
  },
];

/** One sheet a platform, the platform only in the sheet's name. */
export const SHEET_A_PLATFORM: readonly SheetPlan[] = [
  {
    name: "小红书",
    rows: [
      ["达人刊例", null, null, null, null],
      ["账号名称", "粉丝（万）", "图文报备报价（元）", "图文非报备报价（元）", "视频报备报价（元）"],
      ["暖炉小厨", 1.25, 800, 500, 1200],
    ],
    merges: ["A1:E1"],
  },
  {
    name: "抖音",
    rows: [
      ["账号名称", "粉丝（万）", "1-20s报价（元）", "21-60s报价（元）"],
      ["阿木探店", 8.6, 3000, 4500],
    ],
  },
];

/** Prices in thousands of yuan, a heading row between the rows, a total below. */
export const THOUSANDS: readonly SheetPlan[] = [
  {
    name: "Sheet1",
    rows: [
      ["小红书腰尾部博主报价单"],
      ["更新日期：2026-04-08"],
      [],
      ["编号说明", "博主昵称", "小红书号", "粉丝量", "图文报价（千元）", "视频报价（万元）"],
      ["美食类"],
      ["A1", "暖炉小厨", "50110001", "1.25w", 0.8, 0.12],
      ["A2", "慢煮日和", "50110002", "8600", 0.6, "1200元"],
      ["合计", null, null, null, 1.4, 0.24],
    ],
  },
];
