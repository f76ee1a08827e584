import type { Instance } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";

/**
 * The instance with the named rows alone: budget names, quota labels ("*" for minItems and maxItems), "lock:<item>",
 * "exclude:<item>". A money budget that is not named becomes one that no plan can exceed. Names of no row are problems,
 * and so is naming none.
 */
export function onlyNamedRows(
  instance: Instance,
  names: readonly string[],
): { readonly instance: Instance; readonly problems: readonly Sentence[] } {
  const named = new Set(names);
  const rows = new Set([
    "budget",
    ...Object.keys(instance.extraBudgets),
    ...instance.quotas.filter(({ min, max }) => min !== null || max !== null).map(({ label }) => label),
    ...(instance.minItems === null && instance.maxItems === null ? [] : ["*"]),
    ...instance.lock.map((id) => `lock:${id}`),
    ...instance.exclude.map((id) => `exclude:${id}`),
  ]);
  const problems = [...named]
    .filter((name) => !rows.has(name))
    .map((name) => sentence("solver.certify.conflictRow", { name }));
  if (named.size === 0) problems.push(sentence("solver.certify.noConflict"));
  const all = named.has("*");
  return {
    problems,
    instance: {
      ...instance,
      budget: named.has("budget") ? instance.budget : allCosts(instance),
      minItems: all ? instance.minItems : null,
      maxItems: all ? instance.maxItems : null,
      quotas: instance.quotas.filter(({ label }) => named.has(label)),
      extraBudgets: Object.fromEntries(
        Object.entries(instance.extraBudgets).filter(([name]) => named.has(name)),
      ),
      lock: instance.lock.filter((id) => named.has(`lock:${id}`)),
      exclude: instance.exclude.filter((id) => named.has(`exclude:${id}`)),
    },
  };
}

function allCosts({ groups }: Instance): number {
  return groups.reduce((sum, { items }) => sum + items.reduce((all, { cost }) => all + cost, 0), 1);
}
