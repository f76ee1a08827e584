import type { AccountFactsForm } from "#api/contract/creatorFacts";
import { useWords } from "../words/words.tsx";

/** Posts that name a brand of ours without being sponsored, as far as anybody said. */
export function Mentions({
  mentions,
  hasBrands,
}: {
  mentions: AccountFactsForm["mentions"];
  hasBrands: boolean;
}) {
  const { date, t } = useWords();
  return (
    <div>
      <h3>{t("facts.mentions")}</h3>
      {mentions.length === 0 && (
        <p className="quiet">{t(hasBrands ? "facts.noMention" : "facts.noBrandOfOurs")}</p>
      )}
      {mentions.length > 0 && (
        <ul className="fact-list">
          {mentions.map(({ brand, said, where, unpaid, postKey, postedOn }) => (
            <li key={`${postKey} ${brand}`}>
              <strong>{brand}</strong> · {date(postedOn)} ·{" "}
              {t(where === "tag" ? "facts.inTag" : "facts.inCaption", { said })}{" "}
              <span className="quiet">
                {t(unpaid ? "facts.unpaid" : "facts.paidUnknown")} · {postKey}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
