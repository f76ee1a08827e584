import type { FinderForm } from "#api/contract/finder";
import { useWords } from "../words/words.tsx";

type Platform = FinderForm["platforms"][number];

/** The searches of one platform, a language a column; the reader opens them, Chorale does not. */
export function FinderPlatform({ platform }: { platform: Platform }) {
  const { language, say, t } = useWords();
  const { names, policy, band, searches } = platform;
  const size =
    band === null
      ? { key: "finder.band.none", values: { policy } }
      : band.below === null
        ? { key: "finder.band.from", values: { from: band.from, tier: band.tier, policy } }
        : {
            key: "finder.band.between",
            values: { from: band.from, below: band.below, tier: band.tier, policy },
          };
  return (
    <section className="sheet finder-platform" aria-label={names[language]}>
      <h2>{names[language]}</h2>
      <p className="quiet">{say(size)}</p>
      <div className="finder-languages">
        {[...new Set(searches.map((search) => search.language))].map((each) => (
          <div key={each}>
            <h3>{t(`finder.languages.${each}`)}</h3>
            <ul>
              {searches
                .filter((search) => search.language === each)
                .map(({ kind, word, address }) => (
                  <li key={`${kind} ${word}`}>
                    <a
                      href={address}
                      target="_blank"
                      rel="noreferrer noopener"
                      lang={each}
                      title={`${t(`finder.${kind}`)}: ${t("finder.opens")}`}
                    >
                      {kind === "hashtag" ? `#${word}` : word}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
