import { describe, expect, it } from "vitest";
import type { Creator } from "#core/catalog/creator";
import { namedCreators } from "./namedCreators.ts";

function creator(id: string, displayName: string, handle: string): Creator {
  const account = { id: `account-${id}`, platform: "instagram", handle };
  return { id, displayName, accounts: [account] } as unknown as Creator;
}

const catalog = [
  creator("a", "Noodle House", "noodles"),
  creator("b", "Noodle House", "noodlehouse"),
  creator("c", "a", "broth"),
];
const lists = (lock: readonly string[], exclude: readonly string[] = []) =>
  namedCreators(catalog, { min: 0, max: null, quotas: [], lock, exclude, slots: "never" });

describe("creators named in a brief", () => {
  it.each(["b", "account-b", "instagram/noodlehouse", "instagram:noodlehouse", "noodlehouse"])(
    "are locked by %s",
    (name) => {
      expect([...lists([name]).locked]).toEqual(["b"]);
    },
  );

  it("are who has the id before who has it as a name", () => {
    expect([...lists(["a"]).locked]).toEqual(["a"]);
  });

  it("are refused as locked where several bear the name, and all left out where it is excluded", () => {
    expect(() => lists(["Noodle House"])).toThrow(/plan.named.several/);
    expect([...lists([], ["Noodle House"]).excluded]).toEqual(["a", "b"]);
  });

  it("are warned of with the nearest where nobody has the name", () => {
    const { warnings, excluded } = lists([], ["instagram/noodle"]);
    expect(excluded.size).toBe(0);
    expect(warnings[0]?.values["near"]).toMatchObject([{ values: { name: "instagram/noodles" } }]);
  });
});
