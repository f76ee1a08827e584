import { describe, expect, it } from "vitest";
import { briefTextOf, readBriefText, valueAt, withValue } from "./briefText.ts";

const TEXT = "# spring launch\nmarket: FR\nobjective:\n  metric: orders # ours\n";

describe("the brief's text", () => {
  it("keeps comments and order when the form sets a value", () => {
    expect(withValue(TEXT, ["objective", "target"], 400)).toBe(
      "# spring launch\nmarket: FR\nobjective:\n  metric: orders # ours\n  target: 400\n",
    );
  });

  it("loses a key and its emptied parents when the form clears it", () => {
    const set = withValue(TEXT, ["gift", "value"], 35);
    expect(valueAt(readBriefText(set).document, ["gift", "value"])).toBe(35);
    expect(readBriefText(withValue(set, ["gift", "value"], undefined)).document).toEqual(
      readBriefText(TEXT).document,
    );
  });

  it("puts a stored document back into the order of a brief", () => {
    expect(briefTextOf({ budget: 5, objective: { metric: "reach" }, market: "FR", name: "Serum" })).toBe(
      "name: Serum\nmarket: FR\nobjective:\n  metric: reach\nbudget: 5\n",
    );
  });

  it("can be started from nothing", () => {
    expect(readBriefText(withValue("", ["audience", "ages"], ["18-24"])).document).toEqual({
      audience: { ages: ["18-24"] },
    });
  });

  it("says the line where it cannot be read", () => {
    expect(readBriefText("market: FR\nbudget: [1, 2\nname: x").fault?.line).toBeGreaterThan(1);
  });
});
