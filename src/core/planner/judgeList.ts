import type { Creator } from "#core/catalog/creator";
import { noteSaid } from "#core/catalog/import/noteTally";
import { ChoraleError } from "#core/errors";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { type Sentence, sentence } from "#core/sentence";
import { Coverage } from "#core/solver/coverage";
import { campaignModel, instanceFor } from "./campaignModel.ts";
import { typicalMix } from "./comparison.ts";
import { entryOf } from "./comparisonEntry.ts";
import { conflictWords } from "./conflictWords.ts";
import type { PlanParts } from "./describePlan.ts";
import { meanOf } from "./forecast.ts";
import type { ItemModel } from "./itemModel.ts";
import { type JudgeDocument, type JudgedSide, type JudgeLine, VERDICTS } from "./judgeDocument.ts";
import { bookingOf, judgedLine, lineLeftOut } from "./judgeLine.ts";
import { marketBeside } from "./judgeMarket.ts";
import { type MergedProposal, type Proposal, withProposal } from "./judgeProposal.ts";
import { openTerms } from "./judgeQuestions.ts";
import { rowsBroken } from "./judgeRows.ts";
import { judgedSide } from "./judgeSide.ts";
import { weighLines } from "./judgeSwaps.ts";
import { adviceOf, emailOf, headOfJudgement } from "./judgeWords.ts";
import { type PlanInput, searched } from "./makePlan.ts";
import { planCertificate } from "./planCertificate.ts";
import { itemsOf, replan, shortlist } from "./replan.ts";
import { DRAWS, simulate } from "./simulate.ts";
import { warningsOf } from "./warnings.ts";

export interface JudgeInput extends Omit<PlanInput, "creators" | "slotsWhenShort" | "prefer"> {
  readonly proposal: Proposal;
  /** Whom the list is compared with; empty: with typical creators. */
  readonly catalog: readonly Creator[];
}

/**
 * Somebody's list against the best plan for the same money: the list's items are made, valued and drawn as those of any
 * plan (docs/methods/judge.md). Throws bad-input for a list of which the brief can book nothing.
 */
export function judgeList(input: JudgeInput): JudgeDocument {
  const merged = withProposal(input.proposal, input.catalog);
  const { brief } = input;
  const asked: PlanInput = {
    ...input,
    // For its mean result and without boosting: both sides alike (docs/methods/judge.md).
    brief: { ...brief, risk: { ...brief.risk, tail: null }, deals: { ...brief.deals, boosting: null } },
    creators: merged.creators,
  };
  input.onProgress?.({ step: "audience", value: null, upperBound: null });
  const model = campaignModel(
    asked.creators,
    asked.brief,
    input.reference,
    input.purchase ?? ORDINARY_PURCHASE,
    new AssumptionBook(input.assumptions, input.ownAssumptions),
    merged.proposed,
  );
  const listed = merged.accounts.flatMap(
    ({ account }) => model.items.get(model.proposed.get(account.id) ?? "") ?? [],
  );
  if (listed.length === 0)
    throw new ChoraleError(
      "bad-input",
      sentence("judge.nothing", { creators: merged.accounts.length }),
      "list",
    );
  const costMinor = listed.reduce((sum, item) => sum + item.costMinor, 0);
  const parts = searched(
    model,
    { amountMinor: costMinor, currency: model.brief.currency },
    null,
    null,
    asked,
  );
  return documentOf(merged, listed, parts, input);
}

function documentOf(
  merged: MergedProposal,
  listed: readonly ItemModel[],
  parts: PlanParts,
  input: JudgeInput,
): JudgeDocument {
  const { model, instance, solution, seed, step } = parts;
  const ids = listed.map(({ bundle }) => bundle.id);
  const planned = solution.status === "optimal" || solution.status === "gap";
  const best = planned ? itemsOf(solution, model) : [];
  const list = judgedSide(listed, parts);
  const bestSide = best.length === 0 ? null : judgedSide(best, parts);
  step("comparison");
  const { lines, improved } = judgedLines(merged, listed, best, parts, input);
  const coverage = new Coverage(instance);
  const value = coverage.value(ids);
  const broken = rowsBroken(ids, instance, coverage);
  const counts = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, lines.filter((line) => line.verdict === verdict).length]),
  ) as JudgeDocument["counts"];
  const { upperBound } = solution;
  const betterSide = improved.every((id) => ids.includes(id))
    ? null
    : judgedSide(
        improved.flatMap((id) => model.items.get(id) ?? []),
        parts,
      );
  const inList = new Set(listed.map(({ bundle }) => bundle.creator.id));
  return {
    kind: "judge",
    head: headOfJudgement(list, bestSide, counts, model.brief),
    counts,
    brief: input.briefDocument,
    briefDefaults: model.brief.defaults,
    madeOn: input.madeOn,
    currency: model.brief.currency,
    list: { ...list, name: input.proposal.name, lines },
    best: bestSide && {
      ...bestSide,
      lines: best.map((item) => ({
        ...bookingOf(item, model),
        inList: inList.has(item.bundle.creator.id),
      })),
    },
    improved: betterSide,
    certificate: { ...planCertificate(solution), solution: null },
    listGap:
      broken.length > 0 || upperBound === null || upperBound <= 0
        ? null
        : Math.max(0, (upperBound - value) / upperBound),
    advice: adviceOf(listed, best, betterSide ?? list, bestSide),
    breaks: breaksOf(broken, planned ? [] : (solution.conflict ?? []), parts),
    atBudget: atBudget(parts),
    typical: input.catalog.length > 0 ? [] : typicalWays(list, parts),
    email: emailOf(
      input.proposal.name,
      lines,
      openTerms(merged.accounts, input.proposal.notes, model.brief.market),
    ),
    warnings: [
      ...input.proposal.notes.map(noteSaid),
      ...tailPassedOver(input),
      ...warningsOf(listed, { ...list.forecast, ...NOTHING_MORE }, parts).map(ofAList),
    ],
    fx: [...new Set(listed.flatMap(({ bundle }) => bundle.pieces.flatMap(({ offer }) => offer.price.fx)))],
    // Last: by now every figure that was needed has been looked up.
    assumptions: model.book.used(),
    seed,
    passes: solution.passes,
  };
}

const NOTHING_MORE = { budgetFor: { "50": null, "80": null, "90": null }, targetFor: null };

function judgedLines(
  { accounts }: MergedProposal,
  listed: readonly ItemModel[],
  best: readonly ItemModel[],
  { model, instance, seed }: PlanParts,
  { madeOn }: JudgeInput,
): { readonly lines: readonly JudgeLine[]; readonly improved: readonly string[] } {
  const ids = listed.map(({ bundle }) => bundle.id);
  const market = marketBeside(ids, best, model, instance);
  const bestOf = new Map(best.map((item) => [item.bundle.creator.id, item]));
  const mayGo = new Set(
    listed.filter(({ bundle }) => !bestOf.has(bundle.creator.id)).map(({ bundle }) => bundle.id),
  );
  const { weighed, improved } = weighLines(ids, mayGo, market, instance, seed);
  const losses = market.coverage.marginalLosses(ids);
  const value = market.coverage.value(ids);
  const cost = listed.reduce((sum, { costMinor }) => sum + costMinor, 0);
  const listedAccounts = new Set(accounts.map(({ account }) => account.id));
  const lines = accounts.map((proposed) => {
    const id = model.proposed.get(proposed.account.id);
    const at = id === undefined ? -1 : ids.indexOf(id);
    const item = listed[at];
    if (id === undefined || !item) return lineLeftOut(proposed, model);
    const marginal = losses[at] ?? 0;
    const judged = {
      ...{ proposed, item, marginal, weighed: weighed.get(id)!, alone: market.coverage.valueAlone(id) },
      resultShare: value > 0 ? marginal / value : 0,
      costShare: cost > 0 ? item.costMinor / cost : 0,
      inBest: bestOf.get(item.bundle.creator.id) ?? null,
    };
    return judgedLine(judged, listedAccounts, madeOn, model);
  });
  return { lines, improved };
}

/** Locks name creators that the list lacks: their own sentence; all else as an infeasible brief says it. */
function breaksOf(
  broken: readonly string[],
  conflict: readonly string[],
  { model, budget, input }: PlanParts,
): readonly Sentence[] {
  const words = (rows: readonly string[]) =>
    conflictWords(rows, model.brief, budget, input.creators, model.reference);
  return [
    ...(broken.length > 0 ? [sentence("judge.breaks", { rows: words(broken) })] : []),
    ...(conflict.length > 0 ? [sentence("judge.noPlan", { rows: words(conflict) })] : []),
  ];
}

function atBudget({ model, budget, input, seed, solution }: PlanParts): JudgeDocument["atBudget"] {
  const own = model.brief.budget;
  if (own === null || own.amountMinor === budget.amountMinor) return null;
  const groups = shortlist(model, solution.chosen);
  const instance = instanceFor(model, own.amountMinor, groups);
  const items = itemsOf(replan(instance, input.seed, []), model);
  if (items.length === 0) return null;
  const { outcomes } = simulate(items, model, instance, { draws: DRAWS, seed });
  return { budget: own, metricMean: meanOf(outcomes), creators: items.length };
}

function typicalWays({ forecast }: JudgedSide, parts: PlanParts): JudgeDocument["typical"] {
  const ways = [typicalMix("micro-portfolio", "small", parts), typicalMix("mid-mix", "mid", parts)];
  return ways.map((way) => entryOf(way, null, { standIns: true, rough: forecast.rough }, parts));
}

/** A plan names the assumptions to measure; of a list one asks whoever made it. */
function ofAList(warning: Sentence): Sentence {
  return warning.key === "plan.warn.rough" ? sentence("judge.warn.rough", warning.values) : warning;
}

function tailPassedOver({ brief }: JudgeInput): readonly Sentence[] {
  return brief.risk.tail === null ? [] : [sentence("judge.warn.tail")];
}
