import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanDocument } from "#core/planner/planDocument";
import { type TestHouse, testHouse } from "../../test/house.ts";
import { foodBrief, smallPlan } from "../../test/planFixture.ts";
import { approvePlan } from "./approvePlan.ts";
import { listBookings } from "./listBookings.ts";
import { listBrands } from "./listBrands.ts";
import { openBrief } from "./openBrief.ts";
import { saveBrand } from "./saveBrand.ts";
import { saveBrief } from "./saveBrief.ts";
import { savePlan } from "./savePlan.ts";
import { setBrandOfBrief } from "./setBrandOfBrief.ts";

describe("the brands of a workspace", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(() => house?.close());

  const brand = (name: string, id: string | null = null) => saveBrand(house, { id, name, actor: "owner" });
  const brief = (document: unknown, id: string | null = null) =>
    saveBrief(house, { id, document, actor: "owner" });

  it("are made, renamed and told apart by name", async () => {
    const first = await brand(" Lotus ");
    expect(first.name).toBe("Lotus");
    expect(await brand("Lotus & Sons", first.id)).toEqual({ id: first.id, name: "Lotus & Sons" });
    await expect(brand("Lotus & Sons")).rejects.toMatchObject({ code: "conflict", at: "name" });
    await expect(brand("  ")).rejects.toMatchObject({ code: "bad-input", at: "name" });
    expect((await listBrands(house)).map(({ name }) => name)).toEqual(["Lotus & Sons"]);
  });

  it("keep their brief through its versions", async () => {
    const { id } = await brand("Kiln");
    const saved = await brief(foodBrief());
    await setBrandOfBrief(house, { briefId: saved.id, brandId: id, actor: "owner" });
    const next = await brief(foodBrief({ budget: 4000 }), saved.id);
    expect((await openBrief(house, next.id, 2)).brandId).toBe(id);
    const nobody = { briefId: saved.id, brandId: saved.id, actor: "owner" };
    await expect(setBrandOfBrief(house, nobody)).rejects.toMatchObject({ code: "not-found" });
  });

  it("share a creator in conflict where their days meet and one calls the other a competitor", async () => {
    const approvedFor = async (name: string, changes: Record<string, unknown>, document = smallPlan()) => {
      const { id: brandId } = await brand(name);
      const { id: briefId, version } = await brief(foodBrief(changes));
      await setBrandOfBrief(house, { briefId, brandId, actor: "owner" });
      const { id } = await savePlan(house, {
        ...{ briefId, briefVersion: version, document, seed: 1, actor: "owner" },
        ...{ instanceSha256: "ab", assumptionsSha256: "cd" },
      });
      await approvePlan(house, id, "owner");
    };
    await approvedFor("Amber", { name: "Amber" });
    expect(await listBookings(house)).toEqual([]);
    await approvedFor("Birch", { name: "Birch" });
    const shared = await listBookings(house);
    expect(shared.map(({ creator, conflict }) => [creator, conflict])).toEqual([
      ["creator-1", false],
      ["creator-2", false],
    ]);
    expect(shared[0]?.bookings.map(({ brandName }) => brandName)).toEqual(["Amber", "Birch"]);
    await approvedFor("Cedar", { name: "Cedar", competitors: ["amber"] });
    const inShape = {
      ...smallPlan(),
      lines: smallPlan().lines.map((line) => ({ ...line, slot: { number: 1 } })),
    };
    await approvedFor("Dune", { name: "Dune" }, inShape as unknown as PlanDocument);
    const [inConflict, ...others] = await listBookings(house);
    // Places without a name are nobody whom two brands could share.
    expect(
      [inConflict, ...others].flatMap((each) => each?.bookings.map(({ brandName }) => brandName)),
    ).not.toContain("Dune");
    expect(inConflict?.conflict).toBe(true);
    // Cedar, booked third, calls Amber, booked first, a competitor.
    expect(inConflict?.conflicts).toMatchObject([{ booking: 2, other: 0, why: "competitor" }]);
  });
});
