import type { FairRange } from "#core/planner/creatorPrices";
import { Figure } from "../figures/Figure.tsx";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWords } from "../words/words.tsx";

/** A usual range that opens to who says so: peers with their days, or an assumption with its source. */
export function FairRangeFigure({ fair }: { fair: FairRange }) {
  const word = useKeptWords();
  const { t, money, date } = useWords();
  if (fair.basis === "unknown") return <span className="quiet">{word("fairUnknown")}</span>;
  const middle = money(fair.middle);
  const range = t("plan.range", { low: money(fair.low), high: money(fair.high) });
  if (fair.basis === "assumed")
    return (
      <Figure
        origin={{
          says: word("assumedRange", { middle }),
          method: "assumed",
          source: fair.source,
          on: fair.year === null ? null : String(fair.year),
          trust: fair.trust,
        }}
      >
        {range}
      </Figure>
    );
  const { quoted, leftOut } = fair;
  const says =
    leftOut > 0 ? word("quartilesLeftOut", { middle, count: leftOut }) : word("quartiles", { middle });
  return (
    <Figure
      origin={{
        says,
        method: "estimated",
        source: `${word("ownRates")}: ${word("byPeers", { count: fair.peers })}`,
        on: quoted && t("plan.range", { low: date(quoted.from), high: date(quoted.to) }),
      }}
    >
      {range}
    </Figure>
  );
}
