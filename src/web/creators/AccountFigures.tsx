import { useQuery } from "@tanstack/react-query";
import { type Account, SNAPSHOT_FIGURES, type Snapshot, type SnapshotFigure } from "#core/catalog/creator";
import { referenceQuery } from "../doors/reference.ts";
import { AsOf } from "../figures/AsOf.tsx";
import { Figure } from "../figures/Figure.tsx";
import { useDenominators } from "../figures/useDenominators.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { TierBy } from "./TierBy.tsx";
import { tierOfAccount } from "./tierOfAccount.ts";

/** The newest value known of each figure, with who said it and when. */
export function AccountFigures({ account }: { account: Account }) {
  const { t, number, percent, date } = useWords();
  const denominatorOf = useDenominators();
  const reference = useQuery(referenceQuery(useWorkspace())).data;
  const known = SNAPSHOT_FIGURES.flatMap((figure) => {
    const snapshot = newestWith(account, figure);
    return snapshot ? [{ figure, snapshot, value: snapshot[figure] ?? 0 }] : [];
  });
  const followers = known.find((each) => each.figure === "followers")?.value ?? null;
  const tier = reference ? tierOfAccount(reference.tierPolicies, { ...account, followers }) : null;
  if (known.length === 0) return <p className="quiet">{t("creators.noFigures")}</p>;
  return (
    <>
      <h3>{t("creators.figures")}</h3>
      <dl className="facts account-facts">
        {known.map(({ figure, snapshot, value }) => {
          return (
            <div key={figure}>
              <dt>{t(`figure.${figure}`)}</dt>
              <dd>
                <Figure
                  origin={{
                    method: snapshot.source.method,
                    source: snapshot.source.source,
                    on: date(snapshot.observedOn),
                    trust: snapshot.source.trust,
                    denominator: denominatorOf(figure),
                  }}
                >
                  {figure.endsWith("Bp") ? percent(value / 10_000, 2) : number(value, value < 100 ? 1 : 0)}
                </Figure>
                <AsOf observedOn={snapshot.observedOn} />
                {figure === "followers" && tier && (
                  <span className="quiet">
                    <TierBy tier={tier.tier} policyId={tier.policy.id} />
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function newestWith(account: Account, figure: SnapshotFigure): Snapshot | null {
  return account.snapshots.find((snapshot) => snapshot[figure] !== null) ?? null;
}
