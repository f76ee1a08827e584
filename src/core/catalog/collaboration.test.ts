import { describe, expect, it } from "vitest";
import { brandKey } from "./collaboration.ts";

describe("a brand's key", () => {
  it("is the same however the name is written", () => {
    for (const name of ["Kiln & Co", " kiln  & co", "＠Ｋｉｌｎ & Co", "#Kiln & Co#", "KILN® & CO™"])
      expect(brandKey(name)).toBe("kiln & co");
    expect(brandKey("山茶记")).not.toBe(brandKey("山茶"));
  });

  it("is empty for a name of nothing", () => {
    expect(brandKey(" @# ™ ")).toBe("");
  });
});
