import { describe, expect, it } from "vitest";
import { chineseScript } from "./chineseScript.ts";

describe("Chinese in the characters of a reader", () => {
  it("is Traditional in Taiwan, phrase by phrase, and never a word more or less", async () => {
    const write = await chineseScript("zh-TW");
    expect(["酒类", "干红", "意大利面", "发型", "台菜", "手搖飲", "里程"].map(write)).toEqual([
      "酒類",
      "乾紅",
      "意大利麵",
      "髮型",
      "台菜",
      "手搖飲",
      "里程",
    ]);
  });

  it("is Simplified on the mainland, and as it stands for who reads neither", async () => {
    const write = await chineseScript("zh-CN");
    expect(["手搖飲", "红酒", "wine and spirits"].map(write)).toEqual(["手摇饮", "红酒", "wine and spirits"]);
    expect((await chineseScript("en"))("酒类 手搖飲")).toBe("酒类 手搖飲");
  });
});
