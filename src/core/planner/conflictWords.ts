import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import { platformName } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import type { LocalNames } from "#core/localNames";
import type { Money } from "#core/money";
import { type Sentence, sentence } from "#core/sentence";

/** A row of an infeasible problem as the brief's author would say it: "at least 3 creators of tier mega". */
export function conflictWords(
  conflict: readonly string[],
  brief: Brief,
  budget: Money,
  creators: readonly Creator[],
  reference: Reference,
): readonly Sentence[] {
  const { min, max, quotas } = brief.creators;
  return conflict.map((row) => {
    if (row === "budget") return sentence("plan.conflict.budget", { budget });
    if (row === "*") return sentence("plan.conflict.all", { count: bounds(min > 0 ? min : null, max) });
    const [kind = "", ...rest] = row.split(":");
    const name = rest.join(":");
    if (kind === "lock" || kind === "exclude") {
      const creator = creators.find(({ id }) => id === name);
      return sentence(`plan.conflict.${kind}`, { name: creator?.displayName ?? name });
    }
    const quota = quotas.find(({ label }) => label === row);
    const label = LABELS.includes(kind) ? kind : "label";
    return sentence(`plan.conflict.${label}`, {
      count: bounds(quota?.min ?? null, quota?.max ?? null),
      name: label === "label" ? row : nameOf(kind, name, reference),
    });
  });
}

/** Tiers and countries are named where the sentence is said. */
function nameOf(kind: string, name: string, { platforms, topics }: Reference): string | LocalNames {
  if (kind === "platform") return platformName(platforms, name);
  return (kind === "topic" && topics.topics.find(({ slug }) => slug === name)?.names) || name;
}

const LABELS = ["platform", "tier", "topic", "cityTier", "country"];

function bounds(min: number | null, max: number | null): readonly Sentence[] {
  if (min !== null && max !== null && min === max) return [sentence("plan.conflict.exactly", { count: min })];
  return [
    ...(min === null ? [] : [sentence("plan.conflict.least", { count: min })]),
    ...(max === null ? [] : [sentence("plan.conflict.most", { count: max })]),
  ];
}
