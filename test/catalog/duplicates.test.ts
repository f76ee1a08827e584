import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPasteForms } from "#connectors/data/readPasteForms";
import { type Identity, probableDuplicates } from "#core/catalog/duplicates";

const forms = readPasteForms();
type AccountLike = Identity["accounts"][number];
const account = (platform: string, handle: string, more: Partial<AccountLike> = {}): AccountLike => ({
  ...{ platform, handle, externalId: null, city: null, bio: null },
  ...more,
});
const identity = (creatorId: string, accounts: AccountLike[], more: Partial<Identity> = {}): Identity => ({
  ...{ creatorId, name: creatorId, accounts, contacts: [] },
  ...more,
});
const reasons = (identities: readonly Identity[]) =>
  probableDuplicates(identities, forms).map(({ creatorIds, evidence }) => [
    ...creatorIds,
    ...evidence.map(({ key }) => key.split(".").at(-1)),
  ]);

describe("probable duplicates", () => {
  it("bear the same handle on two platforms, in any case, if it is no short one", () => {
    const same = [
      identity("a", [account("instagram", "Moon.Bakes")]),
      identity("b", [account("tiktok", "moon.bakes")]),
    ];
    expect(reasons(same)).toEqual([["a", "b", "handle"]]);
    const short = [identity("a", [account("instagram", "anna")]), identity("b", [account("tiktok", "anna")])];
    expect(reasons(short)).toEqual([]);
  });

  it("name each other's profile in a bio", () => {
    const bio = "Bread. More at https://www.instagram.com/moon.bakes";
    const found = reasons([
      identity("a", [account("instagram", "moon.bakes")]),
      identity("b", [account("xiaohongshu", "quiet-kiln", { bio })]),
    ]);
    expect(found).toEqual([["a", "b", "profile"]]);
  });

  it("give the same address in a bio, or as a contact of their own", () => {
    const mail = { kind: "email", value: "Hello@Moon.example", holder: "self" } as const;
    const a = identity("a", [account("instagram", "moon.bakes")], { contacts: [mail] });
    const b = identity("b", [account("tiktok", "quiet_kiln", { bio: "mail: hello@moon.example 💌" })]);
    expect(reasons([a, b])).toEqual([["a", "b", "address"]]);
    const phone = { kind: "phone", value: "+86 138-0000-0000", holder: "self" } as const;
    const whatsapp = { kind: "whatsapp", value: "008613800000000", holder: "self" } as const;
    const numbers = [{ ...a, contacts: [phone] }, identity("b", [], { contacts: [whatsapp] })];
    expect(reasons(numbers)).toEqual([["a", "b", "contact"]]);
    expect(JSON.stringify(probableDuplicates(numbers, forms))).not.toContain("13800000000");
  });

  it("are not told by a manager's address, nor by what six share", () => {
    const mcn = { kind: "email", value: "office@agency.example", holder: "mcn" } as const;
    const managed = ["a", "b"].map((id) => identity(id, [], { contacts: [mcn] }));
    expect(reasons(managed)).toEqual([]);
    const bio = "biz: office@agency.example";
    const six = ["a", "b", "c", "d", "e", "f"].map((id) => identity(id, [account("tiktok", id, { bio })]));
    expect(reasons(six)).toEqual([]);
    expect(reasons(six.slice(0, 2))).toEqual([["a", "b", "address"]]);
  });

  it("have one name in one city; a name alone, or a city alone, says nothing", () => {
    const inChengdu = (id: string, name: string, city: string | null) =>
      identity(id, [account(id === "a" ? "weibo" : "douyin", `h${id}`, { city })], { name });
    expect(reasons([inChengdu("a", "小麦厨房", "chengdu"), inChengdu("b", "小麦厨房", "chengdu")])).toEqual([
      ["a", "b", "nameAndCity"],
    ]);
    expect(reasons([inChengdu("a", "小麦厨房", "chengdu"), inChengdu("b", "小麦厨房", "wuhan")])).toEqual([]);
    expect(reasons([inChengdu("a", "小麦厨房", null), inChengdu("b", "小麦厨房", null)])).toEqual([]);
    expect(reasons([inChengdu("a", "麦", "chengdu"), inChengdu("b", "麦", "chengdu")])).toEqual([]);
  });

  it("stand first who share most, and come the same in whichever order creators are given", () => {
    const bio = "hello@moon.example";
    const people = [
      identity("a", [account("instagram", "moon.bakes", { bio })]),
      identity("b", [account("tiktok", "moon.bakes", { bio })]),
      identity("c", [account("weibo", "moon.bakes")]),
    ];
    const found = reasons(people);
    expect(found[0]?.slice(0, 2)).toEqual(["a", "b"]);
    expect(found).toHaveLength(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: 3 }), (shuffled) => {
        const pairs = (rows: typeof found) => rows.map(([x, y, ...why]) => [x, y, ...why.sort()]);
        expect(pairs(reasons(shuffled))).toEqual(pairs(found));
      }),
      { seed: 1 },
    );
  });
});
