import { describe, expect, it } from "vitest";
import { readAssumptions } from "../../src/connectors/data/readAssumptions.ts";
import { readReference } from "../../src/connectors/data/readReference.ts";
import { parseBrief } from "../../src/core/brief/parseBrief.ts";
import type { Creator } from "../../src/core/catalog/creator.ts";
import { ChoraleError } from "../../src/core/errors.ts";
import { AssumptionBook } from "../../src/core/forecast/assumptionBook.ts";
import { ORDINARY_PURCHASE } from "../../src/core/forecast/response.ts";
import { calendarOf } from "../../src/core/planner/calendar.ts";
import { campaignModel } from "../../src/core/planner/campaignModel.ts";

const reference = readReference();
const shipped = readAssumptions();
const source = { method: "measured", source: "a list", observedOn: "2026-01-10", trust: "B" } as const;

function creator(platform: string, id: string): Creator {
  const unknown = {
    ...{ following: null, posts: null, viewsTotal: null, viewsAvg: 900, likesAvg: null, commentsAvg: null },
    ...{ sharesAvg: null, savesAvg: null, engagementByFollowersBp: null, engagementByViewsBp: null },
    ...{ activeFollowersBp: null, realFollowersBp: null, videoShareBp: null, engagementsAvg: null },
  };
  const snapshots = [{ observedOn: "2026-01-10", source, followers: 4000, ...unknown, extra: {} }];
  const account = {
    ...{ id, platform, handle: id, externalId: null, country: null, city: null, bio: null, language: null },
    ...{ snapshots, topics: [], posts: [], audience: [], rates: [], sample: null },
  };
  return { id, displayName: id, accounts: [account] };
}

function calendarFor(madeOn: string, changes: object, platform = "instagram") {
  const document = {
    ...{ market: "FR", currency: "EUR", product: "noodles", budget: 3000, ...changes },
  };
  const brief = parseBrief(document, reference, madeOn);
  const book = new AssumptionBook(shipped);
  const model = campaignModel([creator(platform, "one")], brief, reference, ORDINARY_PURCHASE, book);
  const calendar = calendarOf([...model.items.values()].slice(0, 1), model, madeOn);
  if (calendar === null) throw new Error("no lines");
  return calendar;
}
const by = (day: string) => ({ objective: { metric: "reach", by: day } });
const stepsOf = (calendar: ReturnType<typeof calendarFor>) =>
  calendar.lines[0]!.steps.map(({ step }) => step);

describe("the calendar of a plan", () => {
  it("says what comes first and how long there is for it", () => {
    const calendar = calendarFor("2026-06-01", by("2026-09-30"));
    expect(calendar.late).toBeNull();
    expect(calendar.firstStep).toEqual({ step: "contact", latest: "2026-08-27", slackDays: 87 });
    expect(stepsOf(calendar)).toEqual(["contact", "contract", "draft", "review", "posting"]);
  });

  it("sends a gift, and lets it be tried", () => {
    const gift = { gift: { value: 40, shipping: 5 } };
    const calendar = calendarFor("2026-06-01", { ...by("2026-09-30"), ...gift });
    expect(stepsOf(calendar)).toContain("shipping");
    expect(calendar.firstStep.latest < "2026-08-27").toBe(true);
  });

  it("says when it is late already, and from which day on it would not be", () => {
    const late = calendarFor("2026-06-01", by("2026-06-20")).late;
    expect(late).toMatchObject({ lines: 1 });
    expect(late?.days).toBeGreaterThan(0);
    const possible = late?.possibleBy ?? "";
    expect(calendarFor("2026-06-01", by(possible)).late).toBeNull();
    const dayBefore = new Date(Date.parse(possible) - 86_400_000).toISOString().slice(0, 10);
    expect(calendarFor("2026-06-01", by(dayBefore)).late).not.toBeNull();
  });

  it("tells each late line the shortest change, with which it would not be late", () => {
    const document = by("2026-06-26");
    const late = calendarFor("2026-06-01", document);
    const { changes = [], says } = late.lines[0]!.toKeep ?? {};
    expect(says?.key).toBe("plan.calendar.toKeep");
    expect(changes).toHaveLength(1);
    const durations = Object.fromEntries(changes.map(({ duration, days }) => [duration, days]));
    expect(calendarFor("2026-06-01", { ...document, calendar: { durations } }).late).toBeNull();
    const [[name, days] = ["", 0]] = Object.entries(durations);
    const oneMore = { durations: { [name]: days + 1 } };
    expect(calendarFor("2026-06-01", { ...document, calendar: oneMore }).late).not.toBeNull();
  });

  it("says so where no shorter step would do, and nothing where there is time", () => {
    const hopeless = calendarFor("2026-06-27", { ...by("2026-06-28"), start: "2026-06-27" });
    expect(hopeless.lines[0]!.toKeep).toMatchObject({
      changes: [],
      says: { key: "plan.calendar.cannotKeep" },
    });
    expect(calendarFor("2026-06-01", by("2026-09-30")).lines[0]!.toKeep).toBeNull();
  });

  it("is late where a post would have to stand before the start", () => {
    const late = calendarFor("2026-06-01", { ...by("2026-09-30"), start: "2026-09-28" }).late;
    expect(late?.days).toBe(0);
    expect(late?.says[0]?.key).toBe("plan.calendar.lateStart");
  });

  it("counts with the brand's own days and free days", () => {
    const own = { durations: { reply: 0, contract: 0, draft: 1, review: 0, views: 0 } };
    expect(calendarFor("2026-06-01", { ...by("2026-09-30"), calendar: own }).firstStep.latest).toBe(
      "2026-09-29",
    );
    const blackouts = [{ from: "2026-09-20", to: "2026-09-30", why: "stocktaking" }];
    const closed = calendarFor("2026-06-01", { ...by("2026-09-30"), calendar: { ...own, blackouts } });
    expect(closed.lines[0]!.steps.at(-1)?.latest).toBe("2026-09-19");
    expect(closed.blackouts).toEqual(blackouts);
  });

  it("names the peaks of the market, and how many posts fall into one", () => {
    const { peaks } = calendarFor("2026-10-01", by("2026-12-02"));
    const named = peaks.map(({ slug, on, posts }) => [slug, on, posts]);
    expect(named).toContainEqual(["black-friday", "2026-11-27", 1]);
    expect(named.map(([slug]) => slug)).not.toContain("double-11");
  });

  it("stops for Chinese New Year in China only", () => {
    const china = calendarFor("2026-12-01", { ...by("2027-02-22"), market: "CN", currency: "CNY" }, "douyin");
    const france = calendarFor("2026-12-01", by("2027-02-22"));
    expect(china.peaks.map(({ slug }) => slug)).toContain("chinese-new-year");
    expect(china.lines[0]!.steps.at(-1)?.latest).toBe("2027-02-15");
    expect(china.lines[0]!.steps.find(({ step }) => step === "draft")?.latest).toBe("2027-01-21");
    expect(france.lines[0]!.steps.find(({ step }) => step === "draft")?.latest).toBe("2027-02-09");
  });

  it("refuses free days that run backwards, and durations that nobody knows", () => {
    const calendar = {
      blackouts: [{ from: "2026-09-20", to: "2026-09-10" }, { why: "no day" }],
      durations: { replies: 3, draft: -1 },
    };
    const refused = () => calendarFor("2026-06-01", { ...by("2026-09-30"), calendar });
    let at: readonly string[] = [];
    try {
      refused();
    } catch (caught) {
      if (caught instanceof ChoraleError) at = caught.details.map((detail) => detail.at);
    }
    expect(at.toSorted()).toEqual([
      "calendar.blackouts[0].to",
      "calendar.blackouts[1].from",
      "calendar.durations.draft",
      "calendar.durations.replies",
    ]);
  });
});
