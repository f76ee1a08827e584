import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { addDays, type IsoDate } from "#core/period";

export const BRIEF_TEMPLATES = ["wine", "travel", "education", "beauty", "food"] as const;
export type BriefTemplate = (typeof BRIEF_TEMPLATES)[number];

/** A starting brief as text, its dates counted from today: what a reader saves and edits. */
export function readBriefTemplateText(template: BriefTemplate, today: IsoDate): string {
  const url = new URL(`../../../data/templates/${template}.yaml`, import.meta.url);
  return readFileSync(url, "utf8")
    .replace(/ TODAY\+n is filled in\./, "")
    .replace(/TODAY\+(\d+)/g, (_, days: string) => addDays(today, Number(days)));
}

/** The same as a document for `parseBrief`. */
export function readBriefTemplate(template: BriefTemplate, today: IsoDate): unknown {
  return parse(readBriefTemplateText(template, today));
}
