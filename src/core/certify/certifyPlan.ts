import type { Instance, Item } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import type { Solution } from "#core/solution";
import { certify, type Verdict } from "./certify.ts";
import type { ClaimedLine, ClaimedPlan } from "./claimedPlan.ts";
import { marginalsOf } from "./marginals.ts";

/** Relative: what two orders of summing may differ by. */
const ROUNDING = 1e-6;

/**
 * Checks a plan's document against the file of its problem: the solver's answer in it as `certify` does, and that lines,
 * costs, certificate and status say what that answer says. `sha256` is the file's, in hex.
 */
export function certifyPlan(instance: Instance, plan: ClaimedPlan, sha256: string): Verdict {
  const { solution } = plan;
  if (solution === null)
    return {
      ...{ valid: false, value: 0, upperBound: null, gap: null, irreducible: null },
      problems: [sentence("solver.certify.plan.noSolution")],
    };
  const verdict = certify(instance, solution);
  const problems = [
    ...verdict.problems,
    ...checkFile(plan, sha256),
    ...checkFigures(plan, solution),
    ...checkLines(instance, plan.lines, solution.chosen),
    ...checkMoney(instance, plan),
  ];
  return { ...verdict, valid: problems.length === 0, problems };
}

function checkFile({ instanceSha256: claimed }: ClaimedPlan, found: string): Sentence[] {
  if (claimed === null) return [sentence("solver.certify.plan.noSha256")];
  return claimed === found ? [] : [sentence("solver.certify.plan.otherInstance", { claimed, found })];
}

function checkFigures({ certificate, conflict, status }: ClaimedPlan, solution: Solution): Sentence[] {
  const problems: Sentence[] = [];
  const compare = (name: string, claimed: string | number | null, found: string | number | null) => {
    if (claimed !== found) problems.push(sentence("solver.certify.plan.figure", { name, claimed, found }));
  };
  for (const name of ["value", "upperBound", "gap", "status"] as const)
    compare(`certificate.${name}`, certificate[name], solution[name]);
  const planned = solution.status === "optimal" || solution.status === "gap";
  compare("status", status, planned ? "ok" : solution.status);
  compare("conflict", conflict.join(", "), (solution.conflict ?? []).join(", "));
  return problems;
}

/** Each chosen item has one line, and each line says of its item what the problem says. */
function checkLines(
  instance: Instance,
  lines: readonly ClaimedLine[],
  chosen: readonly string[],
): Sentence[] {
  const problems: Sentence[] = [];
  const places = new Map<string, { readonly group: string; readonly item: Item }>();
  for (const { group, items } of instance.groups)
    for (const item of items) places.set(item.id, { group, item });
  const open = new Set(chosen);
  const marginals = marginalsOf(instance, chosen);
  lines.forEach((line, k) => {
    const at = `lines[${k}]`;
    const { item: id } = line;
    const place = id === null ? undefined : places.get(id);
    if (id === null || place === undefined || !open.delete(id))
      problems.push(sentence("solver.certify.plan.lineItem", { at, item: id }));
    else
      problems.push(
        ...checkLine(at, line, place.group, place.item),
        ...checkMarginal(at, line, marginals.get(id)!),
      );
  });
  for (const item of open) problems.push(sentence("solver.certify.plan.lineMissing", { item }));
  return problems;
}

function checkLine(at: string, line: ClaimedLine, group: string, item: Item): Sentence[] {
  const problems: Sentence[] = [];
  const compare = (key: string, claimed: string | number, found: string | number) => {
    if (claimed !== found)
      problems.push(sentence("solver.certify.plan.line", { at, key, claimed, item: item.id, found }));
  };
  // In a programme the ids of items end in "#" and the campaign's number, and those of groups where a creator may serve several.
  const campaign = line.campaign === null ? "" : `#${line.campaign}`;
  if (!item.id.endsWith(campaign)) compare("campaign", line.campaign ?? "", item.id);
  compare("creator", line.creator, group === line.creator + campaign ? line.creator : group);
  compare("cost.amountMinor", line.costMinor, item.cost);
  // The planner's ids are "account/deliverable*count", with a + between the kinds of a bundle, and "@deal" behind the count
  // of what is sold as a whole or by unit (docs/methods/certificate.md).
  const id = item.id.slice(0, item.id.length - campaign.length);
  const slash = id.lastIndexOf("/");
  const pieces = id.slice(slash + 1).split("+");
  const names = pieces.map((piece) => piece.slice(0, piece.lastIndexOf("*")));
  const ends = pieces.map((piece) => piece.slice(piece.lastIndexOf("*") + 1).split("@"));
  const counts = ends.map(([count]) => Number(count));
  const deal = ends[0]?.[1] ?? null;
  if (deal !== null) compare("deal.kind", line.deal ?? "", deal);
  compare("account", line.account, id.slice(0, slash));
  compare("deliverable", line.deliverable, names.join("+"));
  compare(
    "count",
    line.count,
    counts.reduce((sum, count) => sum + count, 0),
  );
  return problems;
}

function checkMarginal(at: string, { item, marginalValue }: ClaimedLine, found: number): Sentence[] {
  if (marginalValue === null || Math.abs(marginalValue - found) <= ROUNDING * Math.max(1, found)) return [];
  const key = "marginalValue";
  return [sentence("solver.certify.plan.line", { at, key, claimed: marginalValue, item, found })];
}

function checkMoney(
  instance: Instance,
  { budgetMinor, costMinor, currency, lines }: ClaimedPlan,
): Sentence[] {
  const problems: Sentence[] = [];
  const found = lines.reduce((sum, line) => sum + line.costMinor, 0);
  if (costMinor !== found)
    problems.push(sentence("solver.certify.plan.totalCost", { claimed: costMinor, found }));
  if (budgetMinor !== null && budgetMinor !== instance.budget)
    problems.push(sentence("solver.certify.plan.budget", { claimed: budgetMinor, found: instance.budget }));
  const foreign = lines.find((line) => line.currency !== currency);
  if (foreign !== undefined)
    problems.push(sentence("solver.certify.plan.currency", { claimed: foreign.currency, currency }));
  return problems;
}
