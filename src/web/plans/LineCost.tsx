import { COST_PARTS, type PlanLine } from "#core/planner/planDocument";
import { Figure } from "../figures/Figure.tsx";
import { useWords } from "../words/words.tsx";

/** A line's all-in cost; opened, its parts and how good the price is. */
export function LineCost({ line }: { line: Pick<PlanLine, "cost" | "costParts" | "price" | "deal"> }) {
  const { t, money } = useWords();
  // A plan stored by an earlier version knows fewer parts.
  const parts = COST_PARTS.filter((part) => (line.costParts[part]?.amountMinor ?? 0) !== 0)
    .map((part) => `${t(`linePart.${part}`)} ${money(line.costParts[part])}`)
    .join(" + ");
  return (
    <Figure
      origin={{
        says: `${parts}. ${t(`price.${line.price.qualifier}`)} ${t("price.between", { low: money(line.price.low), high: money(line.price.high) })}`,
        // A quote with assumed rights on top is no measured cost.
        method: hasAssumed(line) ? "assumed" : line.price.method,
        source: line.price.source,
      }}
    >
      {money(line.cost)}
    </Figure>
  );
}

const hasAssumed = ({ deal }: Pick<PlanLine, "deal">) =>
  [deal?.rights, deal?.exclusivity, deal?.tax].includes("assumed");
