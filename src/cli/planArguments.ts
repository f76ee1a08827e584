import { sentence } from "#core/sentence";
import { currencyFlag } from "./currencyFlag.ts";
import { type Flags, type Given, misuse, readFlags, wrongArguments } from "./flags.ts";
import { SEARCH_FLAGS, searchOptions } from "./searchFlags.ts";

export interface PlanArguments {
  readonly brief: string;
  readonly creators: readonly string[];
  readonly platform: string | null;
  /** Of prices in the creator files that name none. */
  readonly currency: string | null;
  readonly assumptions: string | null;
  readonly secondsMax: number;
  readonly passesMax: number | null;
  readonly seed: number;
  readonly json: boolean;
  readonly out: string | null;
  /** Where the latest days go as an iCalendar file. */
  readonly calendar: string | null;
  /** An earlier plan to compare with. */
  readonly against: string | null;
  /** Name or id of a list of the workspace whose creators alone are planned with. */
  readonly list: string | null;
  readonly workspace: string;
}

export const BRIEF = "BRIEF";

export const COMPARE_FLAGS = {
  creators: { takes: "FILE", does: "creators", many: true },
  platform: { takes: "P", does: "platform" },
  currency: { takes: "CODE", does: "currency" },
  assumptions: { takes: "FILE", does: "assumptions" },
  ...SEARCH_FLAGS,
} as const satisfies Flags;

export const PLAN_FLAGS = {
  ...COMPARE_FLAGS,
  list: { takes: "NAME", does: "planList" },
  out: { takes: "plan.json", does: "planOut" },
  calendar: { takes: "FILE.ics", does: "planCalendar" },
  against: { takes: "plan.json", does: "planAgainst" },
} as const satisfies Flags;

export function planArguments(args: readonly string[]): PlanArguments {
  const given = readFlags("plan", args, PLAN_FLAGS);
  const { out, against, calendar, list } = given.values;
  if (list !== undefined && given.values.creators !== undefined)
    throw misuse("plan", sentence("cli.usage.listOrFiles"));
  return {
    ...sharedArguments("plan", given),
    out: out ?? null,
    against: against ?? null,
    calendar: calendar ?? null,
    list: list ?? null,
  };
}

export function compareArguments(args: readonly string[]): PlanArguments {
  return {
    ...sharedArguments("compare", readFlags("compare", args, COMPARE_FLAGS)),
    out: null,
    against: null,
    calendar: null,
    list: null,
  };
}

function sharedArguments(command: string, { positionals, values }: Given<typeof COMPARE_FLAGS>) {
  const [brief] = positionals;
  if (brief === undefined || positionals.length > 1) throw wrongArguments(command, BRIEF);
  return {
    brief,
    creators: values.creators ?? [],
    platform: values.platform ?? null,
    currency: currencyFlag(command, values.currency),
    assumptions: values.assumptions ?? null,
    ...searchOptions(command, values, { passesMin: 1 }),
    json: values.json === true,
    workspace: values.workspace ?? "main",
  };
}
