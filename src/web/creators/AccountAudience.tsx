import type { Account, AudienceDimension, AudienceShare } from "#core/catalog/creator";
import { type Names, useNames } from "../doors/names.ts";
import { Figure } from "../figures/Figure.tsx";
import { useWords, type Words } from "../words/words.tsx";
import { sayAudienceKey } from "./sayAudience.ts";

const DIMENSIONS: readonly AudienceDimension[] = [
  "gender",
  "age",
  "country",
  "region",
  "city",
  "cityTier",
  "interest",
  "language",
];

/** Who follows: shares by dimension. A list cut off after its largest entries says what that leaves open. */
export function AccountAudience({ account }: { account: Account }) {
  const { t } = useWords();
  const shown = DIMENSIONS.filter((dimension) =>
    account.audience.some((share) => share.dimension === dimension),
  );
  if (shown.length === 0)
    return (
      <>
        <h3>{t("creators.audience")}</h3>
        <p className="quiet">{t("creators.noAudience")}</p>
      </>
    );
  return (
    <>
      <h3>{t("creators.audience")}</h3>
      <div className="audience">
        {shown.map((dimension) => (
          <Dimension
            key={dimension}
            dimension={dimension}
            shares={account.audience.filter((share) => share.dimension === dimension)}
          />
        ))}
      </div>
    </>
  );
}

function Dimension({
  dimension,
  shares,
}: {
  dimension: AudienceDimension;
  shares: readonly AudienceShare[];
}) {
  const words = useWords();
  const { t, percent } = words;
  const names = useNames();
  const largest = Math.max(...shares.map((share) => share.shareBp), 1);
  const listed = shares.reduce((sum, share) => sum + share.shareBp, 0);
  const censored = shares.some((share) => share.qualifier === "censored");
  const smallest = Math.min(...shares.map((share) => share.shareBp));
  return (
    <div>
      <h4>{t(`dimension.${dimension}`)}</h4>
      <ul>
        {inOrder(dimension, shares).map((share) => (
          <li key={share.key}>
            <span>{sayKey(words, names, dimension, share.key)}</span>
            <span
              className={`share-bar method-fill-${share.source.method}`}
              style={{ width: `${(share.shareBp / largest) * 100}%` }}
            />
            <Figure
              origin={{
                method: share.source.method,
                source: share.source.source,
                on: share.source.observedOn,
                trust: share.source.trust,
                denominator: t("denominator.followers"),
              }}
            >
              {share.qualifier === "le"
                ? t("creators.atOrBelow", { price: percent(share.shareBp / 10_000, 1) })
                : percent(share.shareBp / 10_000, 1)}
            </Figure>
          </li>
        ))}
      </ul>
      {censored && (
        <p className="quiet">
          {t("creators.censored", {
            rest: percent(Math.max(0, 1 - listed / 10_000), 1),
            most: percent(Math.min(smallest, Math.max(0, 10_000 - listed)) / 10_000, 1),
          })}
        </p>
      )}
    </div>
  );
}

/** Ages as people grow, everything else the largest first. */
function inOrder(dimension: AudienceDimension, shares: readonly AudienceShare[]): readonly AudienceShare[] {
  const rank = (share: AudienceShare) =>
    dimension === "age" ? Number.parseInt(share.key, 10) : -share.shareBp;
  return [...shares].sort((a, b) => rank(a) - rank(b));
}

function sayKey(words: Words, names: Names, dimension: AudienceDimension, key: string): string {
  if (dimension === "interest") return names.topic(key);
  if (dimension === "country") return names.country(key);
  if (dimension === "region" || dimension === "city")
    return key === "overseas" ? words.t("audience.overseas") : names.place(key);
  if (dimension === "cityTier") return names.cityTier(key);
  return sayAudienceKey(words, dimension, key);
}
