import type { Group, Instance, Item } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";
import { exceeds, limitsOf } from "./limits.ts";
import { Neumaier } from "./neumaier.ts";

export interface PlanCheck {
  readonly cost: number;
  readonly value: number;
  readonly problems: readonly Sentence[];
}

/** Cost and value of the chosen items from the instance alone, and every rule that they break. */
export function checkPlan(instance: Instance, chosen: readonly string[]): PlanCheck {
  const problems: Sentence[] = [];
  const places = new Map<string, { group: Group; item: Item }>();
  for (const group of instance.groups) for (const item of group.items) places.set(item.id, { group, item });
  const seen = new Set<string>();
  const itemOfGroup = new Map<string, string>();
  const plan: { group: Group; item: Item }[] = [];
  for (const id of chosen) {
    const place = places.get(id);
    if (place === undefined) problems.push(sentence("solver.certify.unknownItem", { id }));
    else if (seen.has(id)) problems.push(sentence("solver.certify.twice", { id }));
    else {
      const { group } = place.group;
      const other = itemOfGroup.get(group);
      if (other !== undefined)
        problems.push(sentence("solver.certify.sameGroup", { group, first: other, second: id }));
      itemOfGroup.set(group, id);
      plan.push(place);
    }
    seen.add(id);
  }
  for (const id of instance.lock)
    if (!seen.has(id)) problems.push(sentence("solver.certify.notLocked", { id }));
  for (const id of instance.exclude)
    if (seen.has(id)) problems.push(sentence("solver.certify.excluded", { id }));
  for (const limit of limitsOf(instance)) {
    const sum = new Neumaier();
    for (const { group, item } of plan) sum.add(limit.amountOf(group, item));
    const amount = sum.total;
    const { name, min, max } = limit;
    if (!Number.isFinite(amount)) problems.push(sentence("solver.certify.planOverflow", { name }));
    if (max !== null && exceeds(amount, max)) {
      const over = limit.kind === "budget" ? "overBudget" : "overMax";
      problems.push(sentence(`solver.certify.${over}`, { name, amount, max }));
    }
    if (min !== null && exceeds(min, amount))
      problems.push(sentence("solver.certify.underMin", { name, amount, min }));
  }
  const value = coveredBy(instance, plan);
  if (!Number.isFinite(value)) problems.push(sentence("solver.certify.planOverflow", { name: "value" }));
  return { cost: costOf(plan), value, problems };
}

function costOf(plan: readonly { item: Item }[]): number {
  const sum = new Neumaier();
  for (const { item } of plan) sum.add(item.cost);
  return sum.total;
}

/** V(S) = Σ_a w_a·[1 − Π(1 − p_ia)] + Σ value_i */
function coveredBy(instance: Instance, plan: readonly { group: Group; item: Item }[]): number {
  const missed = new Float64Array(instance.atoms).fill(1);
  const sum = new Neumaier();
  for (const { group, item } of plan) {
    sum.add(item.value);
    for (let k = 0; k < group.atoms.length; k++)
      missed[group.atoms[k]!]! *= 1 - (typeof item.p === "number" ? item.p : item.p[k]!);
  }
  missed.forEach((share, atom) => {
    sum.add((instance.weights === null ? 1 : instance.weights[atom]!) * (1 - share));
  });
  return sum.total;
}
