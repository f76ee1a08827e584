import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageKey } from "./ageKey.ts";
import { dayInName, readDay, readInstant } from "./dateText.ts";
import { readDurationSeconds } from "./durationText.ts";
import { readShareList, readWords } from "./listText.ts";
import { readCount, readNumber } from "./numberText.ts";
import { currencyIn, readPrice } from "./priceText.ts";
import { readShareBp, scaleOf } from "./shareText.ts";
import { isUnknown } from "./unknownValue.ts";

describe("a number", () => {
  it.each([
    ["409.8M", 409_800_000],
    ["1.2K", 1200],
    ["1,2K", 1200],
    ["2.5B", 2_500_000_000],
    ["1.2万", 12_000],
    ["4.5萬", 45_000],
    ["3亿", 300_000_000],
    ["1.1w", 11_000],
    ["10万+", 100_000],
    ["1,234", 1234],
    ["1,234,567", 1_234_567],
    ["1,23,456", 123_456],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1.234.567", 1_234_567],
    ["1 234 567", 1_234_567],
    ["1'234", 1234],
    ["12,3", 12.3],
    ["0,500", 0.5],
    ["１２３４５", 12_345],
    ["３，６１", 3.61],
    ["1.5e3", 1500],
    ["-5", -5],
    ["  42 ", 42],
  ])("%s is %d", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    "many",
    "12 apples",
    "1,2,3",
    "1.2.3",
    "1,2345.6",
    "--5",
    "5-",
    "1 2",
    "K",
    "",
    "12:30",
    "0x1f",
    "1e999",
  ])("%s is none", (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it("comes back from every way of writing it", () => {
    const groups: readonly ((n: number) => string)[] = [
      String,
      (n) => n.toLocaleString("en-US"),
      (n) => n.toLocaleString("en-IN"),
      (n) => n.toLocaleString("de-DE"),
      (n) => n.toLocaleString("fr-FR"),
      (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom(...groups), (n, written) => {
        expect(readCount(written(n))).toBe(n);
      }),
    );
  });

  it("comes back from decimals with either mark and from Chinese and English units", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (tenths) => {
        const point = (tenths / 10).toFixed(1);
        expect(readNumber(point.replace(".", ","))).toBe(tenths / 10);
        expect(readCount(`${point}万`)).toBe(tenths * 1000);
        expect(readCount(`${point}K`)).toBe(tenths * 100);
        expect(readCount(`${point}M`)).toBe(tenths * 100_000);
      }),
    );
  });

  it("is a count only when it is whole", () => {
    expect([readCount("1653.0"), readCount("12.5"), readCount("1.234"), readCount("1.23万")]).toEqual([
      1653,
      null,
      1234,
      12_300,
    ]);
  });
});

describe("a share", () => {
  it.each([
    ["12,3 %", "percent", 1230],
    ["12.3%", "fraction", 1230],
    ["５０．３７％", "percent", 5037],
    ["50.37", "percent", 5037],
    ["0.5037", "fraction", 5037],
    ["3，61", "percent", 361],
    ["0.0136986301", "fraction", 137],
    ["1,234", "percent", 123],
  ] as const)("%s in a column of %s is %d basis points", (text, scale, bp) => {
    expect(readShareBp(text, scale)).toBe(bp);
  });

  it("has the scale of its column: fractions when nothing in it is above 1", () => {
    expect(scaleOf(["0.5", "0.01", "1", ""])).toBe("fraction");
    expect(scaleOf(["0.5", "88.6"])).toBe("percent");
    expect(scaleOf(["1", "0"])).toBe("percent");
    expect(scaleOf(["0.5%", "0.9%"])).toBe("percent");
  });
});

describe("a date", () => {
  it.each([
    ["2026-02-04", "2026-02-04T00:00:00.000Z"],
    ["2026/2/4", "2026-02-04T00:00:00.000Z"],
    ["2026年2月4日", "2026-02-04T00:00:00.000Z"],
    ["2026-02", "2026-02-01T00:00:00.000Z"],
    ["2026-02-04T10:09:16.423475+00:00", "2026-02-04T10:09:16.423Z"],
    ["2026-02-04T10:09:16Z", "2026-02-04T10:09:16.000Z"],
    ["2026-02-04 9:05", "2026-02-04T09:05:00.000Z"],
    ["2026-02-04 18:05:00 +0800", "2026-02-04T10:05:00.000Z"],
    ["1564268443000", "2019-07-27T23:00:43.000Z"],
    ["1564268443", "2019-07-27T23:00:43.000Z"],
  ])("%s is %s", (text, iso) => {
    expect(new Date(readInstant(text) ?? 0).toISOString()).toBe(iso);
  });

  it.each([
    "03/02/2026",
    "2026-02-30",
    "2026-13-01",
    "yesterday",
    "20260204",
    "12",
    "0001-01-01",
    "2026-02-04T25:00:00Z",
  ])("%s is none", (text) => {
    expect(readInstant(text)).toBeNull();
  });

  it("comes back from every instant of this century, written as ISO text, seconds or milliseconds", () => {
    const first = Date.UTC(2002, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: first / 1000, max: 4e9 }), (seconds) => {
        const ms = seconds * 1000;
        expect(readInstant(new Date(ms).toISOString())).toBe(ms);
        expect(readInstant(String(seconds))).toBe(ms);
        expect(readInstant(String(ms))).toBe(ms);
        expect(readDay(new Date(ms).toISOString().slice(0, 10))).toBe(
          new Date(ms).toISOString().slice(0, 10),
        );
      }),
    );
  });

  it("is found in a file's name", () => {
    expect(
      ["instagram-2022-12.csv", "export_20260204.xlsx", "list.csv", "top-1000.csv"].map(dayInName),
    ).toEqual(["2022-12-01", "2026-02-04", null, null]);
  });
});

describe("a price", () => {
  it.each([
    ["300", 300, null, null, false],
    ["¥1,200", 1200, null, null, false],
    ["1.2万元", 12_000, null, null, false],
    ["US$500", 500, null, "USD", false],
    ["€1.500,50", 1500.5, null, "EUR", false],
    ["500-800 USD", 500, 800, "USD", false],
    ["HK$3,000", 3000, null, "HKD", false],
    ["≤ 300", 300, null, null, true],
    ["300/篇", 300, null, null, false],
  ])("%s is read", (text, amountMajor, maxMajor, currency, atMost) => {
    expect(readPrice(text)).toMatchObject({ amountMajor, maxMajor, currency, atMost });
  });

  it("leaves to the country whose 元 and $ are meant", () => {
    expect(["1.2万元", "500块人民币", "NT$900", "$500", "300"].map((text) => readPrice(text)?.sign)).toEqual([
      "元",
      undefined,
      "$",
      "$",
      null,
    ]);
  });

  it("names a currency only where one is named", () => {
    expect(["Note price (RMB)", "price (EUR)", "max price", "top quote", "$", "XXQ"].map(currencyIn)).toEqual(
      ["CNY", "EUR", null, null, null, null],
    );
  });
});

describe("other values", () => {
  it("knows the words for unknown", () => {
    const words = ["", " ", "-", "N/A", "n/a", "Null", "None", "无", "暂无", "找不到", "－"];
    expect(words.filter((word) => !isUnknown(word))).toEqual([]);
    expect(["0", "no", "unknown1"].some(isUnknown)).toBe(false);
  });

  it("reads rankings as they come, numbered, tabbed, with empty lines", () => {
    expect(readShareList("1        美食        5.19%\n2        家居家装        4.4%\n\n")).toEqual([
      { word: "美食", shareBp: 519 },
      { word: "家居家装", shareBp: 440 },
    ]);
    expect(readShareList("1\t上海\t5.10%\r\n2\t北京\t4.26%")?.map((entry) => entry.word)).toEqual([
      "上海",
      "北京",
    ]);
    expect(readShareList("US 45%, United Kingdom 20.5%; 18-24: 3%")).toEqual([
      { word: "US", shareBp: 4500 },
      { word: "United Kingdom", shareBp: 2050 },
      { word: "18-24", shareBp: 300 },
    ]);
    expect([readShareList("food"), readShareList("1 food 120%"), readShareList("food -3%")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("reads tags, ages and lengths", () => {
    expect(readWords("#a, b、c #d；a")).toEqual(["a", "b", "c", "d"]);
    expect(["<18", ">44", "18–24", "45+", "≥65", "25-34岁", "18岁以下", "old"].map(ageKey)).toEqual([
      "0-17",
      "45+",
      "18-24",
      "45+",
      "65+",
      "25-34",
      "0-17",
      null,
    ]);
    expect(
      ["PT10M5S", "PT1H", "P0D", "10:05", "1:02:03", "59", "PT", "soon"].map(readDurationSeconds),
    ).toEqual([605, 3600, 0, 605, 3723, 59, null, null]);
  });
});
