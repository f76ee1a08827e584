import type { FindDocument, FoundCreator } from "#core/catalog/discovery/find/findDocument";
import { sentence } from "#core/sentence";
import { say, sayMoney } from "#i18n/say";
import type { Names } from "./names.ts";
import { textTable } from "./textTable.ts";

const word = (key: string, values = {}) => say("en", sentence(`find.text.${key}`, values));
const number = new Intl.NumberFormat("en");
const UNKNOWN = "?";
/** Words of a facet in one line. */
const WORDS_MAX = 8;

/** A page of who was found, as the terminal shows it. */
export function findText(found: FindDocument, names: Names, columns: number): readonly string[] {
  const hasFit = found.results.some(({ fit }) => fit !== null);
  const head = ["who", "followers", "engagement", "views", "price", "city", "tier"].map((key) => word(key));
  const rows = found.results.map((creator) => [
    ...rowOf(creator, found.currency, names),
    ...(hasFit ? [creator.fit === null ? "" : signed(creator.fit.points)] : []),
  ]);
  const unknown = found.unknown === 0 ? "" : word("ofMore", { count: found.unknown });
  return [
    word("total", { count: found.total, unknown }),
    ...widened(found),
    ...(found.meant === null ? [] : [word("meant", { query: found.meant })]),
    ...(rows.length === 0
      ? []
      : ["", ...textTable([[...head, ...(hasFit ? [word("fit")] : [])], ...rows], { columnsMax: columns })]),
    "",
    ...facetLines(found, names),
    ...(found.next === null ? [] : [word("next", { next: found.next })]),
    ...found.notes.map((note) => say("en", note)),
  ];
}

function rowOf(
  { name, platform, numbers, categories, isNew }: FoundCreator,
  currency: string,
  names: Names,
): string[] {
  const money = (amountMinor: number | null) =>
    amountMinor === null ? UNKNOWN : sayMoney("en", { amountMinor, currency });
  const percent = (bp: number | null) => (bp === null ? UNKNOWN : `${(bp / 100).toFixed(1)}%`);
  const count = (value: number | null) => (value === null ? UNKNOWN : number.format(Math.round(value)));
  return [
    `${isNew ? `${word("new")} · ` : ""}${name} (${names.platform(platform)})`,
    count(numbers.followers),
    percent(numbers.engagementByFollowersBp),
    count(numbers.viewsAvg),
    money(numbers.priceMinor),
    categories.city ?? UNKNOWN,
    categories.tier ?? UNKNOWN,
  ];
}

/** Which words stood for those that were asked for: a search explains whom it finds. */
function widened({ words }: FindDocument): string[] {
  return (words ?? []).flatMap(({ said, others }) =>
    others.length === 0
      ? []
      : [
          word(said === "" ? "alike" : "widened", {
            word: said,
            others: others.slice(0, WORDS_MAX).join(", "),
          }),
        ],
  );
}

function facetLines({ facets }: FindDocument, names: Names): string[] {
  return (["platform", "tier", "country", "cityTier", "topic"] as const).flatMap((name) => {
    const facet = facets[name];
    if (!facet || facet.values.length === 0) return [];
    const said = facet.values
      .slice(0, WORDS_MAX)
      .map(({ key, count }) => `${name === "platform" ? names.platform(key) : key} ${number.format(count)}`);
    const unknown = facet.unknown === 0 ? [] : [word("unknown", { count: facet.unknown })];
    return [`${word(`facet.${name}`)}: ${[...said, ...unknown].join(" · ")}`];
  });
}

function signed(points: number): string {
  return `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`;
}
