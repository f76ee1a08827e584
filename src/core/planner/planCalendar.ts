import type { Brief } from "#core/brief/brief";
import type { LocalNames } from "#core/localNames";
import type { IsoDate } from "#core/period";
import type { Sentence } from "#core/sentence";
import type { Shortening } from "./shortestChange.ts";
import type { CalendarStep } from "./stepsBack.ts";

/** Until when each line has to be where (docs/methods/calendar.md). */
export interface PlanCalendar {
  readonly lines: readonly {
    readonly item: string;
    readonly creatorName: string;
    readonly steps: readonly {
      readonly step: CalendarStep;
      readonly latest: IsoDate;
      /** Past on the day the plan was made, or a post before the brief's start. */
      readonly late: boolean;
    }[];
    /** Of a late line: the shortest change that keeps `by`; no changes: none does. Null: it is in time. */
    readonly toKeep: {
      readonly changes: readonly (Shortening & { readonly says: Sentence })[];
      readonly says: Sentence;
    } | null;
  }[];
  readonly firstStep: {
    readonly step: CalendarStep;
    readonly latest: IsoDate;
    /** From the day the plan was made; negative: past. */
    readonly slackDays: number;
  };
  /** Null: every line can still be posted in time. */
  readonly late: {
    readonly lines: number;
    /** By which the furthest behind is. */
    readonly days: number;
    /** First `by` that every line would keep; null: none within two years. */
    readonly possibleBy: IsoDate | null;
    readonly says: readonly Sentence[];
  } | null;
  /** Of the market, from the day the plan was made to `by`. */
  readonly peaks: readonly {
    readonly slug: string;
    readonly names: LocalNames;
    readonly on: IsoDate;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly dearer: boolean;
    readonly stops: { readonly from: IsoDate; readonly to: IsoDate } | null;
    /** Lines whose last day of posting it crowds. */
    readonly posts: number;
    readonly says: Sentence;
  }[];
  readonly blackouts: Brief["calendar"]["blackouts"];
  readonly says: readonly Sentence[];
}
