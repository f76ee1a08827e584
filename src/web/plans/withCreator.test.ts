import { describe, expect, it } from "vitest";
import { withCreator } from "./withCreator.ts";

describe("a creator in a slot's stead", () => {
  it("joins those the brief names already, and the places for the others stay", () => {
    const document = { market: "FR", creators: { max: 8, lock: ["a"], slots: "auto" } };
    expect(withCreator(document, "b")).toEqual({
      market: "FR",
      creators: { max: 8, lock: ["a", "b"], slots: "always" },
    });
  });

  it("is the first where the brief names nobody, or one without a list", () => {
    expect(withCreator({ market: "FR" }, "b")["creators"]).toEqual({ lock: ["b"], slots: "always" });
    expect(withCreator({ creators: { lock: "a" } }, "b")["creators"]).toMatchObject({ lock: ["a", "b"] });
  });
});
