import { Button, MultiSelect, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CITY_TIERS } from "#core/catalog/city";
import type { AudienceDimension } from "#core/catalog/creator";
import { AUDIENCE_DIMENSIONS, type FindParams } from "#core/catalog/discovery/find/findParams";
import { countriesOf } from "../briefs/choices.ts";
import { type KnownReference, referenceQuery } from "../doors/reference.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import type { Change } from "./useFind.ts";
import { useFindWords } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";

/** Asks that some words of one dimension together hold at least so much of the audience; what is asked stands as a chip. */
export function AudienceFacet({ params, change, say }: { params: FindParams; change: Change; say: SayFind }) {
  const word = useFindWords();
  const { t, language } = useWords();
  const reference = useQuery(referenceQuery(useWorkspace())).data;
  const [dimension, setDimension] = useState<AudienceDimension>("gender");
  const [keys, setKeys] = useState<readonly string[]>(["female"]);
  const [percent, setPercent] = useState("50");
  const known =
    dimension === "country"
      ? countriesOf(language).map(({ value }) => value)
      : reference === undefined
        ? []
        : keysOf(dimension, reference);
  return (
    <form
      className="facet-audience"
      onSubmit={(event) => {
        event.preventDefault();
        change({ audience: [...(params["audience"] ?? []), `${dimension}:${keys.join("+")}:${percent}`] });
      }}
    >
      <NativeSelect
        size="xs"
        label={word("dimension")}
        value={dimension}
        data={AUDIENCE_DIMENSIONS.map((value) => ({ value, label: t(`dimension.${value}`) }))}
        onChange={(event) => {
          setDimension(event.currentTarget.value as AudienceDimension);
          setKeys([]);
        }}
      />
      <MultiSelect
        size="xs"
        label={word("keys")}
        searchable
        limit={50}
        value={[...keys]}
        data={known.map((value) => ({ value, label: say.key(dimension, value) }))}
        onChange={setKeys}
      />
      <div className="facet-bounds">
        <TextInput
          size="xs"
          label={word("atLeastPercent")}
          inputMode="decimal"
          value={percent}
          onChange={(event) => setPercent(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" disabled={keys.length === 0}>
          {word("addAudience")}
        </Button>
      </div>
    </form>
  );
}

const AGES = ["13-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"];
const LANGUAGES = [
  "zh",
  "en",
  "ja",
  "ko",
  "fr",
  "de",
  "es",
  "pt",
  "it",
  "ru",
  "ar",
  "th",
  "vi",
  "id",
  "ms",
  "hi",
];

function keysOf(dimension: AudienceDimension, { cities, topics }: KnownReference): readonly string[] {
  switch (dimension) {
    case "gender":
      return ["female", "male"];
    case "age":
      return AGES;
    case "cityTier":
      return CITY_TIERS;
    case "interest":
      return topics.topics.map(({ slug }) => slug);
    case "city":
      return cities.tables.cities.map(({ slug }) => slug);
    case "region":
      return cities.tables.regions.map(({ slug }) => slug);
    default:
      return LANGUAGES;
  }
}
