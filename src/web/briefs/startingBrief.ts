import { addDays } from "#core/period";
import type { Language } from "#i18n/messages";

export const HOME: Readonly<Record<Language, readonly [market: string, currency: string]>> = {
  en: ["GB", "GBP"],
  "zh-CN": ["CN", "CNY"],
  "zh-TW": ["HK", "HKD"],
};

// A quarter leaves four weeks to book, four to post and four for late results.
export const DAYS_TO_TARGET = 90;

/** What an empty form starts from: a market by language and a date in reach, both to be changed. */
export function startingBrief(language: Language, today: string): string {
  const [market, currency] = HOME[language];
  return `market: ${market}\ncurrency: ${currency}\nobjective:\n  metric: reach\n  by: ${addDays(today, DAYS_TO_TARGET)}\n`;
}

const DRAFT = "chorale.brief-draft";

/** Hands a draft from one page to the brief page; taken once. */
export function leaveDraft(yaml: string): void {
  sessionStorage.setItem(DRAFT, yaml);
}

export function takeDraft(): string | null {
  const draft = sessionStorage.getItem(DRAFT);
  sessionStorage.removeItem(DRAFT);
  return draft;
}
