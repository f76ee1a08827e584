import type { Assumption } from "#core/forecast/assumption";
import type { MESSAGES } from "#i18n/messages";
import type { Words } from "../words/words.tsx";

const NAMED = /^(.*?) \((.*)\)$/;

type NamedAssumption = keyof (typeof MESSAGES)["en"]["web"]["assumption"];

/**
 * An assumption's name in the reader's language, with what it holds for: "follower-view-share (tiktok)". One without a
 * name yet, such as a user's own, is shown by its key.
 */
export function sayAssumption(words: Words, key: string): string {
  const [, base = key, scope] = NAMED.exec(key) ?? [];
  const said = words.t(`assumption.${base as NamedAssumption}`);
  const name = said.startsWith("web.") ? base : said;
  return scope === undefined ? name : words.t("assumptions.scoped", { name, scope });
}

/** The row a key such as "follower-view-share (tiktok)" speaks of; the order of the words in the bracket says nothing. */
export function assumptionNamed<Row extends Assumption>(rows: readonly Row[], key: string): Row | undefined {
  const [, base = key, scope = ""] = NAMED.exec(key) ?? [];
  const sorted = (words: readonly string[]) => [...words].sort().join(" ");
  return rows.find(
    (row) =>
      row.key === base &&
      sorted(Object.values(row.scope).flatMap((each) => each.split(" "))) ===
        sorted(scope.split(" ").filter(Boolean)),
  );
}
