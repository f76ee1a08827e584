import {
  CATEGORY_PARAMS,
  type FindParams,
  KEYED_PARAMS,
  NUMBER_PARAMS,
} from "#core/catalog/discovery/find/findParams";
import type { Currency } from "#core/money";
import type { Words } from "../words/words.tsx";
import { type Bounds, bandsOf, boundsOf, boundsOfSpan, type NumberParam, spanOfBounds } from "./bands.ts";
import type { FindWord, FindWordKey } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";

/** A condition in the reader's words, and what taking it away changes. `at`: the parameter it stands for. */
export interface AskedChip {
  readonly at: string;
  readonly text: string;
  readonly off: FindParams;
}

/** Every condition of a search, so that none works unseen. */
export function askedChips(
  params: FindParams,
  { word, words, say, currency }: { word: FindWord; words: Words; say: SayFind; currency: Currency },
): readonly AskedChip[] {
  const name = (param: string) => word(`facet.${param}` as FindWordKey);
  const named = (param: string, words: string) => word("chip", { name: name(param), words });
  const rest = (param: string, value: string) => ({
    [param]: (params[param] ?? []).filter((each) => each !== value),
  });
  const list = new Intl.ListFormat(words.language, { type: "conjunction" });
  const worded = [...Object.keys(CATEGORY_PARAMS), ...Object.keys(KEYED_PARAMS), "market"].flatMap(
    (param) => {
      const wanted = params[param] ?? [];
      const together = params[`all-${param}`] ?? [];
      return [
        ...wanted.map((key) => chip(param, named(param, say.key(param, key)), rest(param, key))),
        ...(together.length === 0
          ? []
          : [
              chip(
                `all-${param}`,
                named(param, word("all", { words: list.format(together.map((key) => say.key(param, key))) })),
                { [`all-${param}`]: [] },
              ),
            ]),
        ...(params[`not-${param}`] ?? []).map((key) =>
          chip(
            `not-${param}`,
            named(param, word("not", { word: say.key(param, key) })),
            rest(`not-${param}`, key),
          ),
        ),
      ];
    },
  );
  const numbers = (Object.keys(NUMBER_PARAMS) as NumberParam[]).flatMap((param) => {
    const days = params[`${param}-days`]?.at(-1);
    if (days !== undefined)
      return [chip(param, named(param, word("lastDays", { days: Number(days) })), { [`${param}-days`]: [] })];
    const said = sayBounds(params, param, word, say, currency);
    return said === null
      ? []
      : [chip(param, named(param, said), { [`min-${param}`]: [], [`max-${param}`]: [] })];
  });
  const audience = (params["audience"] ?? []).map((text) => {
    const [dimension = "", keys = "", percent = ""] = text.split(":");
    const said = keys.split(/\+(?=.)/).map((key) => say.key(dimension, key));
    return chip(
      "audience",
      word("audienceChip", { dimension: sayDimension(words, dimension), words: said.join(" + "), percent }),
      rest("audience", text),
    );
  });
  const beside = (["topic-share", "topic-span", "brand-since"] as const).flatMap((param) => {
    const value = params[param]?.at(-1);
    return value === undefined
      ? []
      : [chip(param, word("chip", { name: word(BESIDE[param]), words: value }), { [param]: [] })];
  });
  const alike = params["similar"]?.length ?? 0;
  const similar = alike > 0 ? [chip("similar", word("similarTo", { count: alike }), { similar: [] })] : [];
  const since =
    (params["new-since"]?.length ?? 0) > 0
      ? [chip("new-since", word("newSince"), { "new-since": [], "only-new": [] })]
      : [];
  const onlyNew =
    params["only-new"]?.at(-1) === "true" ? [chip("only-new", word("onlyNew"), { "only-new": [] })] : [];
  return [...worded, ...numbers, ...audience, ...beside, ...similar, ...since, ...onlyNew];
}

const BESIDE = {
  "topic-share": "topicShare",
  "topic-span": "topicSpan",
  "brand-since": "brandSince",
} as const;
const chip = (at: string, text: string, off: FindParams): AskedChip => ({ at, text, off });

function sayDimension({ t }: Words, dimension: string): string {
  const known = (
    ["country", "region", "city", "cityTier", "age", "gender", "interest", "language"] as const
  ).find((each) => each === dimension);
  return known ? t(`dimension.${known}`) : dimension;
}

/** Bounds that are those of bands are said as the bands are. */
function sayBounds(
  params: FindParams,
  param: NumberParam,
  word: FindWord,
  say: SayFind,
  currency: Currency,
): string | null {
  const { min, max } = boundsOf(params, param);
  if (min === "" && max === "") return null;
  const bands = bandsOf(param);
  const span = spanOfBounds(param, { min, max }, currency);
  const exact = span !== null && isSame(boundsOfSpan(param, span, currency), { min, max });
  const from = min === "" ? null : exact ? say.bound(param, bands[span.low] ?? 0) : say.typed(param, min);
  const above = exact ? bands[span.high + 1] : undefined;
  const to = max === "" ? null : above !== undefined ? say.bound(param, above) : say.typed(param, max);
  if (from !== null && to !== null) return word("range", { from, to });
  if (from !== null) return word("atLeast", { from });
  return word(above === undefined ? "atMost" : "below", { to: to ?? "" });
}

const isSame = (a: Bounds, b: Bounds) => a.min === b.min && a.max === b.max;
