import { describe, expect, it } from "vitest";
import { briefReadyForApproval } from "#core/brief/approval";
import { parseBrief } from "#core/brief/parseBrief";
import { BRIEF_TEMPLATES, DEMO_BRIEFS, readBriefTemplate } from "./readBriefTemplate.ts";
import { readReference } from "./readReference.ts";

describe("the starting templates", () => {
  it.each([...BRIEF_TEMPLATES, ...DEMO_BRIEFS])(
    "%s is a sound brief without warnings, on whatever day it is opened",
    (template) => {
      for (const today of ["2026-01-01", "2031-02-28"]) {
        const brief = parseBrief(readBriefTemplate(template, today), readReference(), today);
        expect(brief.warnings).toEqual([]);
        expect(briefReadyForApproval(brief)).toEqual([]);
      }
    },
  );
});

describe("a brief for real platforms", () => {
  const least = { market: "CN", currency: "CNY", topics: ["美食"], budget: 30000 };
  const objective = { metric: "reach", by: "2026-12-31" };
  const parse = (more: object) => parseBrief({ ...least, objective, ...more }, readReference(), "2026-01-15");

  it("takes the size policy of the one platform it asks for, else that of its market", () => {
    expect(parse({}).tierPolicy).toBe("china-eac");
    expect(parse({ platforms: ["小红书"] }).tierPolicy).toBe("xiaohongshu-jfound-2025");
    expect(parse({ market: "HK", currency: "HKD" }).tierPolicy).toBe("hong-kong-cloudbreakr-2024");
    expect(parse({ tierPolicy: "china-wechat-weibo-article" }).tierPolicy).toBe("china-wechat-weibo-article");
  });

  it("prices an hour of management as the market does", () => {
    expect(parse({}).handling.hourlyRate).toEqual({ amountMinor: 8000, currency: "CNY" });
    expect(parse({ currency: "EUR" }).handling.hourlyRate.amountMinor).toBeLessThan(1100);
  });

  it("understands trade words for deliverables on the wanted platforms", () => {
    const brief = parse({ platforms: ["xiaohongshu", "wechat"], deliverables: ["图文笔记", "头条"] });
    expect(brief.deliverables).toEqual(["xiaohongshu/note", "wechat/headline"]);
  });
});
