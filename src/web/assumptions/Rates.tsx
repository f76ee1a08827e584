import { useQuery } from "@tanstack/react-query";
import { fxRatesQuery } from "../doors/fxRates.ts";
import { Section } from "../plans/Section.tsx";
import { saySource } from "../plans/sayAssumption.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { RateEntry } from "./RateEntry.tsx";

/** The dated rates through which currencies meet; every converted figure cites its own. */
export function Rates() {
  const words = useWords();
  const { t, number, date } = words;
  const rates = useQuery(fxRatesQuery(useWorkspace()));
  return (
    <Section title={t("rates.title")} lede={t("rates.lede")}>
      {rates.isError && <ErrorNotice error={rates.error} />}
      <div className="wide rates-table">
        <table>
          <caption className="hidden-words">{t("rates.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("rates.pair")}</th>
              <th scope="col" className="num">
                {t("rates.rate")}
              </th>
              <th scope="col">{t("rates.on")}</th>
              <th scope="col">{t("assumptions.source")}</th>
            </tr>
          </thead>
          <tbody>
            {rates.data?.rates.map((rate) => (
              <tr key={`${rate.base} ${rate.quote} ${rate.onDate}`}>
                <th scope="row">
                  1 {rate.base} = {rate.quote}
                </th>
                <td className="num">{number(rate.rateE9 / 1e9, 6)}</td>
                <td>{date(rate.onDate)}</td>
                <td>{saySource(words, rate.source)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RateEntry />
    </Section>
  );
}
