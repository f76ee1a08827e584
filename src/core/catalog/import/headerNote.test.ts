import { describe, expect, it } from "vitest";
import { priceFactsIn, rebateBpIn, rebateToIn } from "./headerNote.ts";

describe("what stands beside a price", () => {
  it.each([
    ["图文报价(不含税)", "excluded", null, null],
    ["报价（元/条，含税6%）", "included", 600, null],
    ["不含税，税点6.72%", "excluded", 672, null],
    ["未稅+5%", "excluded", 500, null],
    ["6个点专票另算", null, 600, null],
    ["excl. 20% VAT", null, 2000, null],
    ["price excl. VAT (19 %)", "excluded", 1900, null],
    ["非报备价，可谈", null, null, "unfiled"],
    ["走报备", null, null, "filed"],
    ["报备/非报备均可", null, null, null],
    ["水下摄影", null, null, null],
    ["返点15%", null, null, null],
    ["不含税，返点15%", "excluded", null, null],
  ])("%s", (text, tax, taxBp, filing) => {
    expect(priceFactsIn(text)).toEqual({ tax, taxBp, filing });
  });

  it("tells a rebate's share, and who gets it only where that is said", () => {
    expect(rebateBpIn("不含税6%，返点 15%")).toBe(1500);
    expect(rebateBpIn("税点6%")).toBeNull();
    expect(
      ["返点15%", "15% 返客户", "返还给甲方", "paid back to the client", "返点已扣"].map(rebateToIn),
    ).toEqual([null, "buyer", "buyer", "buyer", "deducted"]);
  });
});
