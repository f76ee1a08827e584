import { Button } from "@mantine/core";
import { useState } from "react";
import type { Assumption } from "#core/forecast/assumption";
import { sayNote } from "#i18n/notes";
import { useNames } from "../doors/names.ts";
import { Figure } from "../figures/Figure.tsx";
import { sayAssumption, sayDenominator, saySource, sayUnit } from "../plans/sayAssumption.ts";
import { useWords } from "../words/words.tsx";
import { AssumptionEditor } from "./AssumptionEditor.tsx";

export function AssumptionRow({ row, isOwn }: { row: Assumption; isOwn: boolean }) {
  const words = useWords();
  const { t, number } = words;
  const names = useNames();
  const [open, setOpen] = useState(false);
  const scope = Object.values(row.scope).map(names.scope);
  const range = t("plan.range", { low: number(row.low, 4), high: number(row.high, 4) });
  return (
    <li>
      <div className="assumption-what">
        <span>{sayAssumption(words, row.key)}</span>
        <span className="quiet">
          {[...(scope.length > 0 ? scope : [t("assumptions.elsewhere")]), isOwn ? t("assumptions.own") : null]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      <div className="assumption-value">
        <Figure
          origin={{
            says: row.note && sayNote(words.language, row.note),
            method: "assumed",
            source: `${saySource(words, row.source)}, ${row.year}`,
            trust: row.trust,
            denominator: row.denominator && sayDenominator(words, row.denominator),
            range,
          }}
        >
          {number(row.value, 4)}
        </Figure>
        <span className="quiet">{range}</span>
        <span className="quiet">{sayUnit(words, row.unit, row.denominator)}</span>
      </div>
      <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? "assumptions.cancel" : "assumptions.change")}
      </Button>
      {open && <AssumptionEditor row={row} onDone={() => setOpen(false)} />}
    </li>
  );
}
