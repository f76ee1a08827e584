import { COUNT_FIGURES, type Field, PLAIN_FIELDS, SHARE_FIGURES } from "#core/catalog/import/field";
import type { Words } from "../words/words.tsx";
import { sayAudienceKey } from "./sayAudience.ts";

const FIXED: readonly string[] = [...PLAIN_FIELDS, ...COUNT_FIGURES, ...SHARE_FIGURES];

/** A field in the reader's words; a composed one by its parts: "audience.age.18-24" is "Audience: age 18-24". */
export function sayField(words: Words, field: string): string {
  const { t, say } = words;
  const [head = "", dimension = "", ...rest] = field.split(".");
  const key = rest.join(".");
  const dimensionName = () => say({ key: `web.dimension.${dimension}`, values: {} });
  if (head === "audience")
    return `${t("field.audienceOf")} ${dimensionName()} ${sayAudienceKey(words, dimension, key)}`;
  if (head === "audienceList") return `${t("field.audienceListOf")} ${dimensionName()}`;
  if (head === "audienceRank" || head === "audienceRankShare")
    return `${say({ key: `web.field.${head}Of`, values: { place: Number(key) } })} ${dimensionName()}`;
  if (head === "rate") return `${t("field.rateOf")} ${dimension}`;
  if (head === "extra") return `${t("field.keptAs")} ${field.slice("extra.".length)}`;
  if (head === "window")
    return `${say({ key: "web.field.windowOf", values: { days: Number(dimension) } })} ${say({ key: `web.field.${key}`, values: {} })}`;
  return say({ key: `web.field.${field}`, values: {} });
}

/** Every field a column may be given, those already found in this file included. */
export function fieldChoices(words: Words, found: ReadonlySet<Field>) {
  const composed = [...found].filter((field) => !FIXED.includes(field));
  return [...FIXED, ...composed].map((value) => ({ value, label: sayField(words, value) }));
}
