import type { Words } from "../words/words.tsx";

/** An audience key that needs no table: genders, city tiers, open ages; places and topics are named by their tables. */
export function sayAudienceKey(words: Words, dimension: string, key: string): string {
  const { t } = words;
  if (dimension === "gender" && (key === "female" || key === "male")) return t(`audience.${key}`);
  if (key === "overseas") return t("audience.overseas");
  return key;
}
