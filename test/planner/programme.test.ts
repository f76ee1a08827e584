import { beforeAll, describe, expect, it } from "vitest";
import { makeDemo } from "../../src/app/makeDemo.ts";
import { readAssumptions } from "../../src/connectors/data/readAssumptions.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { parseProgramme } from "../../src/core/brief/parseProgramme.ts";
import { certify } from "../../src/core/certify/certify.ts";
import { AssumptionBook } from "../../src/core/forecast/assumptionBook.ts";
import { ORDINARY_PURCHASE } from "../../src/core/forecast/response.ts";
import { campaignModel } from "../../src/core/planner/campaignModel.ts";
import { type MadeProgramme, makeProgramme } from "../../src/core/planner/programme/makeProgramme.ts";
import { sharedReach } from "../../src/core/planner/programme/sharedReach.ts";
import { reachOf } from "../../src/core/planner/reach.ts";

const TODAY = "2026-01-15";
const reference = readReference();
const creators = makeDemo(TODAY).creators.slice(0, 9);
const assumptions = readAssumptions();
const brief = (changes: object = {}) => ({
  ...{ product: "noodles", topics: ["food"] },
  objective: { metric: "reach", target: 5_000, by: "2026-04-30" },
  ...changes,
});
const document = (first: object, second: object, changes: object = {}) => ({
  ...{ market: "CN", currency: "CNY", budget: 5_000, ...changes },
  campaigns: [
    { name: "One", ...first },
    { name: "Two", ...second },
  ],
});

function made(programmeDocument: unknown): MadeProgramme {
  return makeProgramme({
    programme: parseProgramme(programmeDocument, reference, TODAY),
    ...{ programmeDocument, creators, reference, assumptions, ownAssumptions: [], seed: 3 },
    ...{ secondsMax: Number.MAX_SAFE_INTEGER, passesMax: 2, madeOn: TODAY, elapsedSeconds: () => 0 },
  });
}

describe("a programme of the demo's creators", () => {
  const given = document(
    { brief: brief({ audience: { ages: ["18-24"] } }) },
    { brief: brief({ objective: { metric: "orders", target: 5, by: "2026-05-30" } }) },
  );
  let programme: MadeProgramme;
  beforeAll(() => {
    programme = made(given);
  });

  it("gives each campaign a plan of its own, whose lines and money add up to the whole", () => {
    const { campaigns, lines, totals, certificate } = programme.document;
    const costs = campaigns.map(({ plan }) => plan?.totals.cost.amountMinor ?? 0);
    expect(costs[0]! + costs[1]!).toBe(totals.cost.amountMinor);
    expect(totals.cost.amountMinor).toBeLessThanOrEqual(500_000);
    expect(lines).toHaveLength(campaigns.reduce((sum, { plan }) => sum + (plan?.lines.length ?? 0), 0));
    expect(new Set(lines.map(({ creator }) => creator)).size).toBe(lines.length);
    expect(certify(programme.instance, certificate.solution!).problems).toEqual([]);
  });

  it("shares the money at least as well as equal parts, and never reaches all targets more surely than one", () => {
    const { campaigns, comparison, probabilityOfAll } = programme.document;
    const [found] = comparison;
    const equal = comparison.find(({ kind }) => kind === "equal");
    expect(found!.worth).toBeGreaterThanOrEqual(equal!.worth * 0.98);
    for (const { probabilityOfTarget } of campaigns)
      expect(probabilityOfAll!).toBeLessThanOrEqual(probabilityOfTarget!);
    for (const { worth } of comparison.filter(({ kind }) => kind === "only"))
      expect(worth).toBeLessThan(found!.worth);
  });

  it("counts nobody twice: fewer people than the campaigns' own figures add up to", () => {
    const { reach } = programme.document;
    expect(reach!.people).toBeLessThanOrEqual(reach!.sum);
    expect(reach!.people).toBeGreaterThan(0);
  });

  it("gives the same bytes for the same seed", () => {
    expect(JSON.stringify(made(given).document)).toBe(JSON.stringify(programme.document));
  });

  it("keeps a fixed share, and names the rows of a programme that cannot be kept", () => {
    const fixed = made(document({ share: 0.25, brief: brief() }, { brief: brief() })).document;
    expect(fixed.campaigns[0]?.cost.amountMinor).toBeLessThanOrEqual(125_000);
    const lock = { creators: { lock: [creators[0]!.id] } };
    const none = made(document({ brief: brief(lock) }, { brief: brief(lock) })).document;
    expect(none.status).toBe("infeasible");
    expect(none.conflictSays.map(({ key }) => key)).toEqual([
      "programme.conflict.of",
      "programme.conflict.of",
    ]);
  });
});

describe("people whom several campaigns reach", () => {
  const own = (changes: object, among = creators) => {
    const [campaign] = parseProgramme(
      document({ brief: brief(changes) }, { brief: brief() }),
      reference,
      TODAY,
    ).campaigns;
    const book = new AssumptionBook(assumptions);
    return campaignModel(among, campaign!.brief, reference, ORDINARY_PURCHASE, book);
  };
  const book = new AssumptionBook(assumptions);

  it("are the union of both where the audiences are equal: a plan cut in two reaches as many as the whole", () => {
    const models = [own({}), own({})];
    const items = models[0]!.groups.slice(0, 6).map((group) => models[0]!.items.get(group.items[0]!.id)!);
    const halves = [items.slice(0, 3), items.slice(3)];
    const reaches = halves.map((half) => reachOf(half, models[0]!).people);
    const shared = sharedReach(halves, reaches, models, reference, book);
    const whole = reachOf(items, models[0]!).people;
    expect(shared.people / whole).toBeCloseTo(1, 9);
    expect(shared.sum - shared.pairs[0]!.people).toBeCloseTo(whole, 3);
    expect(shared.incidental).toBe(0);
  });

  it("are nobody where the audiences have nobody in common", () => {
    const models = [own({ audience: { genders: ["female"] } }), own({ audience: { genders: ["male"] } })];
    const plans = models.map((model) =>
      model.groups.slice(0, 4).map((group) => model.items.get(group.items[0]!.id)!),
    );
    const reaches = plans.map((items, c) => reachOf(items, models[c]!).people);
    const shared = sharedReach(plans, reaches, models, reference, book);
    expect(shared.pairs[0]!.people).toBe(0);
    expect(shared.people).toBeCloseTo(reaches[0]! + reaches[1]!, 6);
    expect(shared.incidental).toBeGreaterThan(0);
  });

  it("are found on two platforms also where the catalog has more platforms than are laid over one another", () => {
    const everybody = makeDemo(TODAY).creators;
    const platforms = [...new Set(everybody.flatMap(({ accounts }) => accounts.map((one) => one.platform)))];
    expect(platforms.length).toBeGreaterThan(4);
    const few = platforms.flatMap((platform) =>
      everybody.filter(({ accounts }) => accounts[0]?.platform === platform).slice(0, 3),
    );
    const models = [own({ audience: { ages: ["18-24"] } }, few), own({ audience: { ages: ["18+"] } }, few)];
    const on = (c: number, platform: string) =>
      [...models[c]!.items.values()].filter(({ bundle }) => bundle.account.platform === platform).slice(0, 1);
    for (const platform of platforms.slice(1)) {
      const plans = [on(0, platforms[0]!), on(1, platform)];
      const reaches = plans.map((items, c) => reachOf(items, models[c]!).people);
      const { pairs, people, sum } = sharedReach(plans, reaches, models, reference, book);
      expect(pairs[0]!.people, platform).toBeGreaterThan(0);
      expect(people, platform).toBeCloseTo(sum - pairs[0]!.people, 6);
    }
  });
});
