import type { Account, Rate } from "#core/catalog/creator";
import { useNames } from "../doors/names.ts";
import { Figure } from "../figures/Figure.tsx";
import { useWords, type Words } from "../words/words.tsx";
import { sayTerms } from "./sayTerms.ts";

/** Prices with what they are: a quote, a range, a vendor's floor. None known is said, and is not zero. */
export function AccountRates({ account }: { account: Account }) {
  const words = useWords();
  const { t, date } = words;
  const names = useNames();
  return (
    <>
      <h3>{t("creators.prices")}</h3>
      {account.rates.length === 0 ? (
        <p className="quiet">{t("creators.noPrice")}</p>
      ) : (
        <ul className="rates">
          {account.rates.map((rate) => (
            <li key={`${rate.deliverable} ${rate.deal} ${rate.source.source} ${rate.validFrom}`}>
              {names.deliverable(account.platform, rate.deliverable, 1)}{" "}
              <Figure
                origin={{
                  says: t(`price.${rate.qualifier}`),
                  method: rate.source.method,
                  source: rate.source.source,
                  on:
                    (rate.validFrom ?? rate.source.observedOn)
                      ? date(rate.validFrom ?? rate.source.observedOn ?? "")
                      : null,
                  trust: rate.source.trust,
                }}
              >
                <strong>{sayPrice(words, rate)}</strong>
              </Figure>{" "}
              <span className="quiet">
                {rate.deal !== "flat" && names.deal(rate.deal)}
                {rate.commissionBp !== null &&
                  ` ${t("creators.commissionOf", { share: words.percent(rate.commissionBp / 10_000, 1) })}`}
                {sayTerms(words, names, rate).map((term) => ` · ${term}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sayPrice({ t, money }: Words, rate: Rate): string {
  const low = money({ amountMinor: rate.priceMinor, currency: rate.currency });
  if (rate.qualifier === "le") return t("creators.atOrBelow", { price: low });
  if (rate.qualifier === "range" && rate.priceMaxMinor !== null)
    return t("plan.range", {
      low,
      high: money({ amountMinor: rate.priceMaxMinor, currency: rate.currency }),
    });
  return low;
}
