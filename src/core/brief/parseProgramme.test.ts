import { describe, expect, it } from "vitest";
import { ChoraleError } from "#core/errors";
import { reference } from "./parseBrief.fixture.ts";
import { parseProgramme } from "./parseProgramme.ts";

const TODAY = "2026-01-15";
const brief = { product: "noodles", objective: { metric: "reach", target: 9000, by: "2026-06-30" } };
const programme = (changes: object, campaigns: readonly object[] = [{}, {}]) => ({
  ...{ market: "FR", currency: "EUR", budget: 1000 },
  campaigns: campaigns.map((campaign, i) => ({ name: `Campaign ${i + 1}`, brief, ...campaign })),
  ...changes,
});
const read = (document: unknown) => parseProgramme(document, reference, TODAY);

function problemsOf(document: unknown): readonly (readonly [string, string])[] {
  try {
    read(document);
  } catch (caught) {
    if (!(caught instanceof ChoraleError)) throw caught;
    return caught.details.map(({ at, rule }) => [at, rule.key] as const);
  }
  throw new Error("nothing was refused");
}

describe("a programme of several campaigns", () => {
  it("gives each campaign a brief of its own, in the programme's market and currency", () => {
    const { campaigns, mayServe } = read(programme({}, [{ share: "40%" }, { priority: 2 }]));
    expect(mayServe).toBe("one");
    expect(campaigns.map(({ fixed }) => fixed?.amountMinor ?? null)).toEqual([40_000, null]);
    expect(campaigns.map(({ priority }) => priority)).toEqual([1, 2]);
    expect(campaigns.map(({ brief: own }) => [own.name, own.market, own.currency])).toEqual([
      ["Campaign 1", "FR", "EUR"],
      ["Campaign 2", "FR", "EUR"],
    ]);
  });

  it("names every problem at once, each where it stands", () => {
    const late = { ...brief, objective: { ...brief.objective, by: "2025-06-30" } };
    const found = problemsOf(
      programme({ creators: { mayServe: "many" } }, [
        { share: 0.4, amount: 10, brief: late },
        { brief: { ...brief, budget: 5, taget: 3 }, prioritys: 1 },
      ]),
    );
    expect(found).toEqual([
      ["creators.mayServe", "programme.rule.mayServe"],
      ["campaigns[0].amount", "programme.rule.shareOrAmount"],
      ["campaigns[0].brief.objective.by", "brief.rule.past"],
      ["campaigns[1].prioritys", "brief.rule.unknownKeyNear"],
      ["campaigns[1].brief.budget", "programme.rule.ownBudget"],
      expect.arrayContaining(["campaigns[1].brief.taget"]),
    ]);
  });

  it.each([
    [[{ share: 0.6 }, { share: 0.5 }], "programme.rule.over"],
    [[{ amount: 600 }, { share: "45%" }], "programme.rule.over"],
    [[{ share: 1 }, {}], "programme.rule.nothingLeft"],
    [[{ name: "same" }, { name: "same" }], "programme.rule.sameName"],
    [[{}], "programme.rule.campaigns"],
  ])("refuses %j: %s", (campaigns, rule) => {
    expect(problemsOf(programme({}, campaigns)).map(([, key]) => key)).toContain(rule);
  });

  it("takes shares of 100 %, however they round", () => {
    const thirds = programme({ budget: 100 }, [{ share: 0.29 }, { share: 0.57 }, { share: 0.14 }]);
    expect(read(thirds).campaigns.map(({ fixed }) => fixed?.amountMinor)).toEqual([2900, 5700, 1400]);
  });

  it("refuses campaigns in a currency that no rate leads to the programme's, and converts the others", () => {
    const foreign = (currency: string) => programme({}, [{}, { brief: { ...brief, currency } }]);
    expect(problemsOf(foreign("ISK")).map(([at]) => at)).toEqual(["campaigns[1].brief.currency"]);
    const { campaigns } = read(foreign("CNY"));
    expect(campaigns[1]?.fx.length).toBeGreaterThan(0);
    expect(campaigns[1]?.brief.gift.value.currency).toBe("EUR");
  });
});
