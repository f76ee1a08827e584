import { describe, expect, it } from "vitest";
import { Random } from "#core/random";
import { sampleOf } from "./audienceSample.ts";
import { followersOf, followerWeights } from "./followers.ts";
import { sharesBy } from "./inventAudience.ts";
import { viewsOfPost } from "./inventPosts.ts";
import { campaignIn } from "./outcome.ts";
import { viewingIntensity } from "./views.ts";
import { makeWorld } from "./world.ts";
import type { WorldPlatform, WorldSpec } from "./worldSpec.ts";

const format = {
  slug: "note",
  share: 1,
  viewsPerFollower: 0.4,
  followerViewShare: 0.5,
  engagementByViews: 0.05,
  saveShare: 0.2,
  viewsPublic: true,
};
const mosaic: WorldPlatform = {
  slug: "mosaic",
  country: "FR",
  creatorShare: 1,
  use: { FR: [0.6, 0.4], BE: [0.5, 0.3] },
  womenTilt: 0.1,
  showsAudience: "countries",
  priceAtTenThousand: 100,
  formats: [format],
  deliverables: [{ slug: "note", priceFactor: 1 }],
};
const spec: WorldSpec = {
  ageBands: ["18-34", "35+"],
  ageShares: [0.4, 0.6],
  places: [
    { country: "FR", region: null, city: "lyon", people: 200_000 },
    { country: "FR", region: null, city: null, people: 300_000 },
    { country: "BE", region: null, city: null, people: 100_000 },
  ],
  platforms: [mosaic],
  topics: [
    { slug: "food", people: 0.2, creators: 0.5, womenTilt: 0.1, suffix: "食记" },
    { slug: "gaming", people: 0.8, creators: 0.5, womenTilt: -0.3, suffix: "游戏" },
  ],
  currencies: { FR: "EUR" },
  languages: { FR: "fr" },
  size: { median: 3000, logSd: 0.8, min: 500, max: 20_000 },
  syllables: ["ta", "vo"],
  characters: "云栗",
};
const settings = { seed: 4, creators: 40, today: "2026-01-15", samples: null };
const world = makeWorld(spec, settings);
const followers = world.truth.map((account) => followersOf(world.people, account, mosaic, spec.topics));
const everyone = {
  countries: [],
  cities: [],
  cityTiers: [],
  ages: [],
  genders: [],
  languages: [],
  interests: [],
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("an invented market", () => {
  it("is the same for the same seed and another for another", () => {
    const again = makeWorld(spec, settings);
    expect(JSON.stringify(again.creators)).toBe(JSON.stringify(world.creators));
    expect(makeWorld(spec, { ...settings, seed: 5 }).creators).not.toEqual(world.creators);
  });

  it("names nobody who could exist", () => {
    for (const creator of world.creators) {
      expect(creator.accounts[0]?.handle).toMatch(/^demo_[a-z]+_\d+$/);
      expect(creator.displayName).toMatch(/\(demo\)$|（示例）$/);
    }
  });

  it("numbers every person once", () => {
    const { people } = world;
    for (const [index, cell] of people.cells.entries()) {
      expect(people.cellOf(cell.firstId)).toBe(index);
      expect(people.cellOf(cell.firstId + cell.count - 1)).toBe(index);
    }
    expect(Math.abs(people.count - 600_000)).toBeLessThan(people.cells.length);
  });

  it("has people whose activity has mean 1 and coefficient of variation 1", () => {
    const activities = Array.from({ length: 100_000 }, (_, id) => world.people.activity(id));
    const average = mean(activities);
    const variance = mean(activities.map((activity) => (activity - average) ** 2));
    expect(average).toBeCloseTo(1, 1);
    expect(Math.sqrt(variance) / average).toBeCloseTo(1, 1);
  });

  it("gives each account as many real followers as it truly has, each once and each on the platform", () => {
    for (const [k, ids] of followers.entries()) {
      expect(ids.length).toBeGreaterThan(0.98 * (world.truth[k]?.realFollowers ?? 0));
      expect(new Set(ids).size).toBe(ids.length);
      const strangers = [...ids].filter((id) => {
        const cell = world.people.cells[world.people.cellOf(id)];
        return !cell || !world.people.usesPlatform(id, cell, mosaic);
      });
      expect(strangers).toEqual([]);
    }
  });

  it("shares followers among creators of one topic more than across topics", () => {
    const overlaps = { same: [] as number[], other: [] as number[] };
    for (let i = 0; i < followers.length; i++) {
      const mine = new Set(followers[i]);
      for (let j = 0; j < i; j++) {
        const shared = [...(followers[j] ?? [])].filter((id) => mine.has(id)).length;
        const kind = world.truth[i]?.topic === world.truth[j]?.topic ? "same" : "other";
        overlaps[kind].push(shared / Math.min(mine.size, followers[j]?.length ?? 1));
      }
    }
    expect(mean(overlaps.same)).toBeGreaterThan(1.3 * mean(overlaps.other));
  });

  it("prints an audience that scatters about the true one", () => {
    const printed = world.creators.flatMap((creator, k) => {
      const women = creator.accounts[0]?.audience.find((share) => share.key === "female");
      const account = world.truth[k];
      if (!women || !account) return [];
      const weights = followerWeights(world.people, account, mosaic, spec.topics);
      const truly = sharesBy(world.people, weights, (cell) => (cell.female ? "female" : "male")).get(
        "female",
      );
      return [women.shareBp / 10_000 - (truly ?? 0)];
    });
    expect(printed.length).toBeGreaterThan(20);
    expect(Math.abs(mean(printed))).toBeLessThan(0.03);
    expect(Math.max(...printed.map(Math.abs))).toBeLessThan(0.2);
  });

  it("asks prices that are missing, exact, ranges, floors and gifts", () => {
    const many = makeWorld(spec, { ...settings, creators: 400 });
    const rates = many.creators.flatMap((creator) => creator.accounts[0]?.rates ?? []);
    expect(rates.length).toBeLessThan(400);
    expect(new Set(rates.map((rate) => rate.qualifier))).toEqual(new Set(["eq", "le", "range"]));
    expect(new Set(rates.map((rate) => rate.deal))).toEqual(new Set(["flat", "gifted"]));
  });
});

describe("an audience sample", () => {
  it("holds each follower with the probability of its threshold", () => {
    const ids = followers.reduce((a, b) => (b.length > a.length ? b : a));
    const { hashes } = sampleOf(ids, 0.1, 7);
    const expected = ids.length * 0.1;
    expect(Math.abs(hashes.length - expected)).toBeLessThan(4 * Math.sqrt(expected * 0.9));
    expect(hashes.every((hash, i) => Number.isSafeInteger(hash) && hash > (hashes[i - 1] ?? -1))).toBe(true);
  });

  it("is coordinated: what two samples share estimates what the followings share", () => {
    const [a, b] = followers
      .filter((_, k) => world.truth[k]?.topic === 0)
      .sort((x, y) => y.length - x.length) as [Uint32Array, Uint32Array];
    const inA = new Set(a);
    const shared = [...b].filter((id) => inA.has(id)).length;
    const sampledA = new Set(sampleOf(a, 0.5, 7).hashes);
    const sampledShared = [...sampleOf(b, 0.5, 7).hashes].filter((hash) => sampledA.has(hash)).length;
    expect(Math.abs(sampledShared - shared / 2)).toBeLessThan(4 * Math.sqrt(shared / 4) + 1);
  });
});

describe("a campaign run in the market", () => {
  const bookings = world.truth.slice(0, 8).map(({ accountId }) => ({ accountId, format: "note" }));

  it("gives the same outcome for the same seed", () => {
    expect(campaignIn(world, bookings, everyone)(1)).toEqual(campaignIn(world, bookings, everyone)(1));
    expect(campaignIn(world, bookings, everyone)(1)).not.toEqual(campaignIn(world, bookings, everyone)(2));
  });

  it("reaches fewer people than views, fewer in a narrower target, and more with more posts", () => {
    const seeds = Array.from({ length: 20 }, (_, i) => i);
    const all = seeds.map((seed) => campaignIn(world, bookings, everyone)(seed));
    const women = seeds.map((seed) =>
      campaignIn(world, bookings, { ...everyone, genders: ["female"] })(seed),
    );
    const few = seeds.map((seed) => campaignIn(world, bookings.slice(0, 4), everyone)(seed));
    for (const outcome of all) {
      expect(outcome.reach).toBe(outcome.reachAnyone);
      expect(outcome.reach).toBeLessThan(outcome.views);
    }
    expect(mean(women.map((o) => o.reach))).toBeLessThan(mean(all.map((o) => o.reach)));
    expect(mean(few.map((o) => o.reach))).toBeLessThan(mean(all.map((o) => o.reach)));
  });

  it("draws views around the account's own median", () => {
    const [account] = world.truth;
    if (!account) throw new Error("an empty world");
    const random = new Random(9);
    const logs = Array.from({ length: 4000 }, () =>
      Math.log(viewsOfPost(account, "note", random) / account.followers),
    );
    expect(mean(logs)).toBeCloseTo(account.logViewRate["note"] ?? 0, 1);
  });

  it("refuses a booking that the market does not have", () => {
    const wrong = [{ accountId: "demo-1/mosaic", format: "reel" }];
    expect(() => campaignIn(world, wrong, everyone)).toThrow(/no reel/);
  });
});

describe("viewing", () => {
  it("is as intense as makes the wanted share of followers see a post", () => {
    const random = new Random(2);
    const activities = Float64Array.from({ length: 2000 }, () => -Math.log(1 - random.uniform()));
    for (const share of [0.01, 0.2, 0.6]) {
      const lambda = viewingIntensity(activities, share);
      const seen = mean([...activities].map((activity) => 1 - Math.exp(-lambda * activity)));
      expect(seen).toBeCloseTo(share, 6);
    }
  });
});
