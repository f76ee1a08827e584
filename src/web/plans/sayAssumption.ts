import type { Assumption } from "#core/forecast/assumption";
import type { MESSAGES } from "#i18n/messages";
import { sayNote } from "#i18n/notes";
import type { Words } from "../words/words.tsx";

const NAMED = /^(.*?) \((.*)\)$/;

type NamedAssumption = keyof (typeof MESSAGES)["en"]["web"]["assumption"];

/**
 * An assumption's name in the reader's language, with what it holds for: "follower-view-share (tiktok)". One without a
 * name yet, such as a user's own, is shown by its key.
 */
export function sayAssumption(
  words: Words,
  key: string,
  nameOf: (scope: string) => string = (scope) => scope,
): string {
  const [, base = key, scope] = NAMED.exec(key) ?? [];
  const said = words.t(`assumption.${base as NamedAssumption}`);
  const name = said.startsWith("web.") ? base : said;
  return scope === undefined
    ? name
    : words.t("assumptions.scoped", { name, scope: scope.split(" ").map(nameOf).join(" · ") });
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

/** A figure's unit with what it is a share of, or counted by: "share of followers", "CNY per post". */
export function sayUnit(words: Words, unit: string, denominator: string | null): string {
  const { t } = words;
  const said = known(words, "unit", unit);
  if (denominator === null) return said;
  const per = sayDenominator(words, denominator);
  if (unit === "share") return t("assumptions.sharesOf", { per });
  if (unit === "ratio") return t("assumptions.ratioTo", { per });
  return t(unit.includes("deviation") ? "assumptions.across" : "assumptions.unitPer", { unit: said, per });
}

/** What a figure is a share of; a denominator that only a user's own file knows is shown as it is written there. */
export function sayDenominator(words: Words, denominator: string): string {
  return known(words, "per", denominator);
}

const JUDGEMENT = "Chorale judgement";

/** Who says so: a published source keeps its own name in every language, our own words are said in the reader's. */
export function saySource(words: Words, source: string): string {
  return source === JUDGEMENT ? words.t("assumptions.judgement") : sayNote(words.language, source);
}

function known(words: Words, list: "unit" | "per", slug: string): string {
  const key = `web.${list}.${slug}`;
  const said = words.say({ key, values: {} });
  return said === key ? slug : said;
}
