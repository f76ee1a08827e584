import { AssumptionBook } from "#core/forecast/assumptionBook";
import type { Instance } from "#core/instance";
import { sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { Coverage } from "#core/solver/coverage";
import { type CampaignModel, instanceFor } from "../campaignModel.ts";
import { planDocument } from "../describePlan.ts";
import type { PlanProgress } from "../makePlan.ts";
import { planCertificate } from "../planCertificate.ts";
import type { PlanDocument } from "../planDocument.ts";
import { reachOf } from "../reach.ts";
import type { ProgrammeInput } from "./makeProgramme.ts";
import type { ProgrammeCampaignResult, ProgrammeDocument, SplitEntry } from "./programmeDocument.ts";
import { chosenByCampaign, programmeItemId } from "./programmeInstance.ts";
import { comparisonWords, conflictOf, headOf, ruleWords, warningsOf } from "./programmeWords.ts";
import type { Scales } from "./scales.ts";
import { sharedReach } from "./sharedReach.ts";
import { chanceOverBudget, type DrawnSplit, drawnSplit, type Split, splitEntry } from "./splits.ts";

export interface ProgrammeParts {
  readonly input: ProgrammeInput;
  readonly models: readonly CampaignModel[];
  readonly scales: Scales;
  readonly others: readonly Split[];
  readonly instance: Instance;
  readonly solution: Solution;
  readonly coverage: Coverage;
  readonly step: (name: PlanProgress["step"], campaign?: string) => void;
}

/** The finished programme as its document: each campaign's own plan, and what only all of them together show. */
export function describeProgramme(parts: ProgrammeParts): ProgrammeDocument {
  const { solution } = parts;
  return solution.status === "infeasible" || solution.status === "no-plan"
    ? withoutPlan(parts, solution.status)
    : withPlan(parts);
}

function withPlan(parts: ProgrammeParts): ProgrammeDocument {
  const { input, models, solution, others, coverage, step } = parts;
  const { programme, seed } = input;
  const { budget, currency } = programme;
  const drawn = drawnSplit(solution.chosen, models, budget.amountMinor, seed);
  const budgets = budgetsOf(parts, drawn);
  const plans = models.map((_, c) => {
    step("forecast", programme.campaigns[c]!.name);
    return campaignPlan(c, budgets[c]!, parts);
  });
  step("comparison");
  const found = splitEntry(
    { kind: "found", campaign: null, chosen: solution.chosen },
    ...([drawn, programme, models, coverage] as const),
  );
  const comparison = [
    found,
    ...others.map((split) => {
      const other = drawnSplit(split.chosen, models, budget.amountMinor, seed);
      return splitEntry(split, other, programme, models, coverage);
    }),
  ];
  const campaigns = plans.map((plan, c) => campaignResult(c, plan, budgets[c]!, found, parts));
  const reach = reachTogether(drawn, campaigns, parts);
  const lines = linesOf(plans);
  const cost = lines.reduce((sum, line) => sum + line.cost.amountMinor, 0);
  const singles = campaigns.flatMap(({ probabilityOfTarget }) => probabilityOfTarget ?? []);
  // All targets are never likelier than any one of them, whatever two sets of draws say.
  const probabilityOfAll =
    found.probabilityOfAll === null ? null : Math.min(found.probabilityOfAll, ...singles);
  const totals: ProgrammeDocument["totals"] = {
    creators: new Set(lines.map(({ creator }) => creator)).size,
    bookings: lines.length,
    cost: { amountMinor: cost, currency },
    budget,
    unspent: { amountMinor: budget.amountMinor - cost, currency },
    hours: drawn.items.flat().reduce((sum, item) => sum + item.hours, 0),
    probabilityOverBudget: chanceOverBudget(drawn, budget.amountMinor),
  };
  return {
    ...common(parts),
    status: "ok",
    conflictSays: [],
    head: headOf(totals, campaigns, probabilityOfAll, reach.people),
    campaigns,
    lines,
    totals,
    probabilityOfAll,
    reach,
    serving: servingOf(lines, campaigns),
    comparison,
    comparisonSays: comparisonWords(comparison, parts.scales),
    warnings: warningsOf(campaigns, parts),
  };
}

/** What each campaign may spend: its fixed share, or its cost and, in proportion to it, its part of what no line took. */
function budgetsOf({ input }: ProgrammeParts, { items }: DrawnSplit): readonly number[] {
  const { campaigns, budget } = input.programme;
  const costs = items.map((some) => some.reduce((sum, item) => sum + item.costMinor, 0));
  const isOpen = (c: number) => campaigns[c]!.fixed === null;
  const fixed = campaigns.reduce((sum, campaign) => sum + (campaign.fixed?.amountMinor ?? 0), 0);
  const openCost = costs.reduce((sum, cost, c) => sum + (isOpen(c) ? cost : 0), 0);
  const left = budget.amountMinor - fixed - openCost;
  return campaigns.map((campaign, c) =>
    campaign.fixed === null
      ? costs[c]! + (openCost > 0 ? Math.floor((left * costs[c]!) / openCost) : 0)
      : campaign.fixed.amountMinor,
  );
}

/** One campaign's plan, described as a brief's alone would be, among the creators that the others leave to it. */
function campaignPlan(c: number, budgetMinor: number, parts: ProgrammeParts): PlanDocument | null {
  const { input, models, solution } = parts;
  const { programme, seed } = input;
  const chosen = chosenByCampaign(solution.chosen, models.length);
  const own = chosen[c]!;
  if (own.length === 0) return null;
  const busy = new Set(
    programme.mayServe === "several"
      ? []
      : chosen.flatMap((ids, other) =>
          other === c ? [] : ids.map((id) => models[other]!.items.get(id)!.bundle.creator.id),
        ),
  );
  const model = withoutCreators(models[c]!, busy);
  const instance = instanceFor(model, budgetMinor);
  const coverage = new Coverage(instance);
  const { brief, briefDocument } = programme.campaigns[c]!;
  const { onProgress: _, ...rest } = input;
  return planDocument({
    model,
    input: { ...rest, creators: input.creators.filter(({ id }) => !busy.has(id)), brief, briefDocument },
    instance,
    solution: {
      ...{ chosen: own, cost: coverage.cost(own), value: coverage.value(own) },
      // What is certified is all campaigns together.
      ...{ upperBound: null, gap: null, status: "gap", certificate: null },
      ...{ seconds: solution.seconds, passes: solution.passes },
    },
    ...{ careful: null, reason: null },
    budget: { amountMinor: budgetMinor, currency: programme.currency },
    ...{ curve: null, seed, step: () => {} },
  });
}

function withoutCreators(model: CampaignModel, busy: ReadonlySet<string>): CampaignModel {
  if (busy.size === 0) return model;
  return {
    ...model,
    items: new Map([...model.items].filter(([, item]) => !busy.has(item.bundle.creator.id))),
    groups: model.groups.filter(({ group }) => !busy.has(group)),
  };
}

function campaignResult(
  c: number,
  plan: PlanDocument | null,
  budgetMinor: number,
  found: SplitEntry,
  { input, models }: ProgrammeParts,
): ProgrammeCampaignResult {
  const { name, priority, fixed } = input.programme.campaigns[c]!;
  const { metric, target, by } = models[c]!.brief.objective;
  const { amountMinor: whole, currency } = input.programme.budget;
  const split = found.campaigns[c]!;
  return {
    ...{ name, priority, metric, target, by, plan },
    budget: { amountMinor: budgetMinor, currency },
    share: budgetMinor / whole,
    fixed: fixed !== null,
    cost: split.cost,
    creators: split.creators,
    mean: plan?.forecast?.mean ?? 0,
    probabilityOfTarget: target === null ? null : (plan?.forecast?.probabilityOfTarget ?? 0),
    reach: plan?.reach?.people ?? 0,
  };
}

function reachTogether(
  { items }: DrawnSplit,
  campaigns: readonly ProgrammeCampaignResult[],
  { input, models }: ProgrammeParts,
): NonNullable<ProgrammeDocument["reach"]> {
  const book = new AssumptionBook(input.assumptions, input.ownAssumptions);
  const reaches = campaigns.map(({ plan, reach }, c) =>
    plan ? reach : reachOf(items[c]!, models[c]!).people,
  );
  const { pairs, ...rest } = sharedReach(items, reaches, models, input.reference, book);
  return {
    ...rest,
    pairs: pairs.map(({ campaigns: [a, b], people, share }) => ({
      campaigns: [campaigns[a]!.name, campaigns[b]!.name] as const,
      ...{ people, share },
    })),
  };
}

function linesOf(plans: readonly (PlanDocument | null)[]): ProgrammeDocument["lines"] {
  return plans.flatMap((plan, c) =>
    (plan?.lines ?? []).map((line) => ({
      item: programmeItemId(line.item, c),
      campaign: c + 1,
      ...{ creator: line.creator, creatorName: line.creatorName, account: line.account },
      ...{ platform: line.platform, handle: line.handle, deliverable: line.deliverable },
      ...{ count: line.count, cost: line.cost },
    })),
  );
}

function servingOf(
  lines: ProgrammeDocument["lines"],
  campaigns: readonly ProgrammeCampaignResult[],
): ProgrammeDocument["serving"] {
  const byCreator = new Map<string, { creatorName: string; campaigns: string[] }>();
  for (const { creator, creatorName, campaign } of lines) {
    const { name } = campaigns[campaign - 1]!;
    const known = byCreator.get(creator);
    if (known) known.campaigns.push(name);
    else byCreator.set(creator, { creatorName, campaigns: [name] });
  }
  return [...byCreator].flatMap(([creator, entry]) =>
    entry.campaigns.length > 1 ? [{ creator, ...entry }] : [],
  );
}

function withoutPlan(parts: ProgrammeParts, status: "infeasible" | "no-plan"): ProgrammeDocument {
  const { budget, currency } = parts.input.programme;
  const conflictSays = conflictOf(parts);
  return {
    ...common(parts),
    status,
    conflictSays,
    head:
      status === "infeasible"
        ? sentence("plan.head.infeasible", { conflict: conflictSays })
        : sentence("plan.head.noPlan"),
    ...{ campaigns: [], lines: [], serving: [], comparison: [], comparisonSays: null },
    totals: {
      ...{ creators: 0, bookings: 0, hours: 0, probabilityOverBudget: null, budget, unspent: budget },
      cost: { amountMinor: 0, currency },
    },
    ...{ probabilityOfAll: null, reach: null },
    warnings: parts.input.programme.warnings,
  };
}

function common({ input, solution, scales }: ProgrammeParts) {
  const { programme } = input;
  return {
    conflict: solution.conflict ?? null,
    programme: input.programmeDocument,
    name: programme.name,
    madeOn: input.madeOn,
    currency: programme.currency,
    mayServe: programme.mayServe,
    rule: { kind: scales.rule, says: ruleWords(scales) },
    certificate: planCertificate(solution),
    fx: programme.campaigns.flatMap(({ fx }) => fx),
    seed: input.seed,
    passes: solution.passes,
  };
}
