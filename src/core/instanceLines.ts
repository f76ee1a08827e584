import type { Group, Instance } from "./instance.ts";

/** An instance as the lines of its file (docs/methods/solver.md): the header first, then one creator a line. */
export function* instanceLines(instance: Instance): Generator<string> {
  const { groups, ...header } = instance;
  yield JSON.stringify(header);
  for (const group of groups) yield JSON.stringify(withoutEmpty(group));
}

// What readers take for granted when it is absent is left out: most items carry no labels, uses or additive value.
function withoutEmpty(group: Group): object {
  const { labels, items, ...rest } = group;
  return {
    ...rest,
    ...(labels.length === 0 ? {} : { labels }),
    items: items.map((item) => ({
      id: item.id,
      cost: item.cost,
      p: item.p,
      ...(item.labels.length === 0 ? {} : { labels: item.labels }),
      ...(Object.keys(item.uses).length === 0 ? {} : { uses: item.uses }),
      ...(item.value === 0 ? {} : { value: item.value }),
    })),
  };
}
