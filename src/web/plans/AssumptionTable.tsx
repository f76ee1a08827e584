import type { PlanAssumption } from "#core/planner/planDocument";
import { useNames } from "../doors/names.ts";
import { useWords } from "../words/words.tsx";
import { sayAssumption, saySource, sayUnit } from "./sayAssumption.ts";

export function AssumptionTable({ assumptions }: { assumptions: readonly PlanAssumption[] }) {
  const words = useWords();
  const { t, number } = words;
  const names = useNames();
  return (
    <div className="wide">
      <table>
        <caption className="hidden-words">{t("assumptions.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("assumptions.what")}</th>
            <th scope="col" className="num">
              {t("assumptions.value")}
            </th>
            <th scope="col" className="num">
              {t("assumptions.range")}
            </th>
            <th scope="col">{t("assumptions.per")}</th>
            <th scope="col">{t("assumptions.source")}</th>
            <th scope="col">{t("assumptions.trust")}</th>
          </tr>
        </thead>
        <tbody>
          {assumptions.map((each) => (
            <tr key={`${each.key} ${JSON.stringify(each.scope)}`}>
              <th scope="row">
                {sayAssumption(words, each.key)}
                <span className="quiet scope">{Object.values(each.scope).map(names.scope).join(" · ")}</span>
              </th>
              <td className="num">
                {number(each.value, 4)}
                {each.replacedValue !== null && (
                  <span className="quiet scope">
                    {t("assumptions.insteadOf", { value: number(each.replacedValue, 4) })}
                  </span>
                )}
              </td>
              <td className="num">
                {number(each.low, 4)} – {number(each.high, 4)}
              </td>
              <td>{sayUnit(words, each.unit, each.denominator)}</td>
              <td>
                {saySource(words, each.source)}, {each.year}
              </td>
              <td>
                <abbr title={t(`trust.${each.trust}`)}>{each.trust}</abbr>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
