import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { addDays, type IsoDate } from "#core/period";

export const BRIEF_TEMPLATES = ["wine", "travel", "education", "beauty", "food"] as const;
export type BriefTemplate = (typeof BRIEF_TEMPLATES)[number];

/** The briefs of the demo market. */
export const DEMO_BRIEFS = ["demo-china", "demo-france"] as const;
export type DemoBrief = (typeof DEMO_BRIEFS)[number];

/** A starting brief as text, its dates counted from today: what a reader saves and edits. */
export function readBriefTemplateText(template: BriefTemplate | DemoBrief, today: IsoDate): string {
  const url = new URL(`../../../data/templates/${template}.yaml`, import.meta.url);
  return readFileSync(url, "utf8")
    .replace(/ TODAY\+n is filled in\./, "")
    .replace(/TODAY\+(\d+)/g, (_, days: string) => addDays(today, Number(days)));
}

/** The same as a document for `parseBrief`. */
export function readBriefTemplate(template: BriefTemplate | DemoBrief, today: IsoDate): unknown {
  return parse(readBriefTemplateText(template, today));
}
