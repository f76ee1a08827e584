import { useQuery } from "@tanstack/react-query";
import type { AccountPricesForm } from "#api/contract/creatorPrices";
import type { Account } from "#core/catalog/creator";
import { PEERS_FEWEST } from "#core/catalog/fairPrice";
import type { DeliverablePrice } from "#core/planner/creatorPrices";
import { creatorPricesQuery } from "../doors/creators.ts";
import { useNames } from "../doors/names.ts";
import { AsOf } from "../figures/AsOf.tsx";
import { useKeptWords } from "../kept/keptWords.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { FairRangeFigure } from "./FairRangeFigure.tsx";

/** Each deliverable's price beside what is usual, and by whose word that is. */
export function FairPrices({ creatorId, account }: { creatorId: string; account: Account }) {
  const word = useKeptWords();
  const names = useNames();
  const found = useQuery(creatorPricesQuery(useWorkspace(), creatorId));
  if (found.isError) return <ErrorNotice error={found.error} />;
  const priced = found.data?.accounts.find(({ accountId }) => accountId === account.id);
  if (!priced) return null;
  return (
    <>
      <h3>{word("fair")}</h3>
      <p className="quiet">
        <PeersAre priced={priced} /> {word("fairSays", { fewest: PEERS_FEWEST })}
      </p>
      <div className="wide">
        <table className="fair-prices">
          <thead>
            <tr>
              <th scope="col">{word("deliverable")}</th>
              <th scope="col" className="num">
                {word("asks")}
              </th>
              <th scope="col" className="num">
                {word("usual")}
              </th>
              <th scope="col">{word("basis")}</th>
            </tr>
          </thead>
          <tbody>
            {priced.prices.map((price) => (
              <tr key={price.deliverable}>
                <th scope="row">{names.deliverable(account.platform, price.deliverable, 1)}</th>
                <td className="num">
                  <Asked price={price} />
                </td>
                <td className="num">
                  <FairRangeFigure fair={price.fair} />
                </td>
                <td>
                  <Basis price={price} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function PeersAre({ priced: { band, market } }: { priced: AccountPricesForm }) {
  const word = useKeptWords();
  const names = useNames();
  if (band === null) return word("sizeUnknown");
  const place = market === null ? word("marketUnknown") : names.country(market);
  return word("fairOf", {
    ...{ policy: names.policy(band.policyId), tier: names.tier(band.tier), market: place },
  });
}

function Asked({ price: { own } }: { price: DeliverablePrice }) {
  const word = useKeptWords();
  const { t, money } = useWords();
  if (own === null) return <span className="quiet">{word("noQuote")}</span>;
  const { low, high } = own;
  return (
    <>
      {low.amountMinor === high.amountMinor
        ? money(low)
        : t("plan.range", { low: money(low), high: money(high) })}
      <AsOf observedOn={own.quotedOn} />
    </>
  );
}

/** Whose word the range is, and where the own price stands in it: a place, no verdict. */
function Basis({ price: { own, fair } }: { price: DeliverablePrice }) {
  const word = useKeptWords();
  const { percent } = useWords();
  if (fair.basis === "peers")
    return (
      <>
        {word("byPeers", { count: fair.peers })}
        {fair.place !== null && (
          <span className="quiet"> · {word("place", { share: percent(fair.place) })}</span>
        )}
      </>
    );
  const few = fair.peers > 0 ? ` · ${word("tooFew", { count: fair.peers })}` : "";
  if (fair.basis === "unknown") return <span className="quiet">{word("fairUnknown") + few}</span>;
  const stands =
    own === null
      ? null
      : own.low.amountMinor > fair.high.amountMinor
        ? "above"
        : own.high.amountMinor < fair.low.amountMinor
          ? "below"
          : "within";
  return (
    <>
      {word("byAssumed")}
      <span className="quiet">{(stands === null ? "" : ` · ${word(stands)}`) + few}</span>
    </>
  );
}
