import { ALL_ITEMS, type Instance, MONEY } from "#core/instance";
import { type Sentence, sentence } from "#core/sentence";

/** Rows as a conflict names them, said with their limits: "*" as "at least 5 items in all". */
export function rowWords(names: readonly string[], instance: Instance): readonly Sentence[] {
  return names.map((name) => {
    if (name === MONEY) return sentence("solver.row.money", { max: instance.budget });
    const budget = instance.extraBudgets[name];
    if (budget !== undefined) return sentence("solver.row.budget", { name, max: budget });
    const { minItems, maxItems, quotas } = instance;
    if (name === ALL_ITEMS) return sentence("solver.row.all", { count: limits(minItems, maxItems) });
    const [, kind, id] = /^(lock|exclude):(.*)$/s.exec(name) ?? [];
    const listed = kind === "lock" ? instance.lock : kind === "exclude" ? instance.exclude : [];
    if (id !== undefined && listed.includes(id)) return sentence(`solver.row.${kind}`, { id });
    const rows = quotas.filter(({ label }) => label === name);
    return sentence("solver.row.label", { name, count: rows.flatMap(({ min, max }) => limits(min, max)) });
  });
}

function limits(min: number | null, max: number | null): readonly Sentence[] {
  return [
    ...(min === null ? [] : [sentence("solver.row.least", { count: min })]),
    ...(max === null ? [] : [sentence("solver.row.most", { count: max })]),
  ];
}
