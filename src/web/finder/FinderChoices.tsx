import { NativeSelect } from "@mantine/core";
import type { FinderAsked } from "../doors/finder.ts";
import type { KnownReference } from "../doors/reference.ts";
import { useWords } from "../words/words.tsx";

const MARKETS = ["CN", "HK", "TW", "FR", "DE", "GB", "US", "SG", "JP"] as const;

/** A topic, a market, a platform and a city, where no brief says them. */
export function FinderChoices({
  chosen,
  onChosen,
  reference,
}: {
  chosen: FinderAsked;
  onChosen: (chosen: FinderAsked) => void;
  reference: KnownReference;
}) {
  const { language, t } = useWords();
  const market = chosen.market ?? "CN";
  const countries = new Intl.DisplayNames(language, { type: "region" });
  const none = { value: "", label: "–" };
  const cities = reference.cities.tables.cities
    .filter(({ country }) => country === market)
    .map(({ slug, names }) => ({ value: slug, label: names[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <search className="row filters no-print">
      <NativeSelect
        label={t("finder.chooseTopic")}
        value={chosen.topics ?? ""}
        data={reference.topics.topics.map(({ slug, names }) => ({ value: slug, label: names[language] }))}
        onChange={(event) => onChosen({ ...chosen, topics: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("finder.chooseMarket")}
        value={market}
        data={MARKETS.map((code) => ({ value: code, label: countries.of(code) ?? code }))}
        onChange={(event) =>
          onChosen({ ...chosen, market: event.currentTarget.value, cities: "", platforms: "" })
        }
      />
      <NativeSelect
        label={t("finder.choosePlatform")}
        value={chosen.platforms ?? ""}
        data={[
          { value: "", label: t("finder.allPlatforms") },
          ...reference.platforms
            .filter(({ searches }) => searches.length > 0)
            .map(({ slug, names }) => ({ value: slug, label: names[language] })),
        ]}
        onChange={(event) => onChosen({ ...chosen, platforms: event.currentTarget.value })}
      />
      {cities.length > 0 && (
        <NativeSelect
          label={t("finder.chooseCity")}
          value={chosen.cities ?? ""}
          data={[none, ...cities]}
          onChange={(event) => onChosen({ ...chosen, cities: event.currentTarget.value })}
        />
      )}
    </search>
  );
}
