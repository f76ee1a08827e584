import { amount, outcome, plainAmount, spoken } from "#core/planner/amount";
import type { JudgeDocument, JudgedSide, JudgeLine } from "#core/planner/judgeDocument";
import { specialTerms } from "#core/planner/lineDeal";
import { type Sentence, sentence } from "#core/sentence";
import { say, sayMoney, sayUnitCost } from "#i18n/say";
import type { Names } from "./names.ts";
import { textTable } from "./textTable.ts";
import { wrap } from "./wrap.ts";

const PAIRS_MOST = 5;
const PAIR_FROM = 0.2;
const en = (words: Sentence) => say("en", words);
const word = (key: string, values: Sentence["values"] = {}) => en(sentence(`judge.text.${key}`, values));
const percent = (share: number | null) => (share === null ? "–" : `${Math.round(100 * share)} %`);

/** A judgement for the terminal: the sentence for a boss, the lines, both sides, why, overlap, and what to ask. */
export function judgeText(document: JudgeDocument, names: Names, columns: number): readonly string[] {
  const wrapped = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, columns));
  const { list, listGap } = document;
  const blocks = [
    wrapped([
      en(document.head),
      ...(listGap === null ? [] : [word("gap", { gap: listGap })]),
      ...[...document.advice, ...document.breaks].map(en),
    ]),
    lineTable(document, names, columns),
    sideTable(document),
    wrapped(budgetText(document)),
    wrapped([word("why"), ...list.lines.flatMap(whyText)]),
    wrapped(overlapText(document)),
    [word("email"), ...document.email.map(en)],
    wrapped(document.warnings.map((warning) => `! ${en(warning)}`)),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block) => ["", ...block]);
}

/** The reason, and what the terms hold beside a plain fee. */
function whyText({ verdict, reason, booked }: JudgeLine): readonly string[] {
  const terms = (booked ? specialTerms(booked.deal) : []).map(en);
  return [
    `· ${en(sentence(`judge.verdict.${verdict}`))}: ${en(reason)}`,
    ...terms.map((term) => `  – ${term}`),
  ];
}

function lineTable({ list, currency }: JudgeDocument, names: Names, columnsMax: number): readonly string[] {
  const header = ["creator", "verdict", "what", "asked", "usual", "upTo", "adds", "overlap", "perPerson"];
  const rows = list.lines.map((line) => {
    const { asked, fairPrice, flipPrice, costPerInTargetPerson: each } = line;
    const usual = fairPrice && `${sayMoney("en", fairPrice.low)}–${sayMoney("en", fairPrice.high)}`;
    return [
      line.creatorName,
      en(sentence(`judge.verdict.${line.verdict}`)),
      names.booked(line.platform, line.deliverable, line.count),
      asked ? sayMoney("en", asked) : "–",
      usual ?? "–",
      flipPrice?.fee ? sayMoney("en", flipPrice.fee) : "–",
      plain(list.forecast.metric, spoken(line.marginalValue, false), currency),
      percent(line.overlapShare),
      each ? sayUnitCost("en", each) : "–",
    ];
  });
  return textTable([header.map((key) => word(`col.${key}`)), ...rows], { left: 3, columnsMax });
}

function sideTable({ list, improved, best, currency }: JudgeDocument): readonly string[] {
  const sides: readonly (readonly [string, JudgedSide | null])[] = [
    ["list", list],
    ["improved", improved],
    ["best", best],
  ];
  const rows = sides.flatMap(([name, side]) => {
    if (side === null) return [];
    const { forecast, reach, totals } = side;
    const likely = outcome(forecast.p50, list.forecast.rough);
    return [
      [
        word(`side.${name}`),
        sayMoney("en", totals.cost),
        plain(forecast.metric, likely, currency),
        plain("reach", spoken(reach.people, false), currency),
        percent(reach.seesAtLeastOne),
        reach.costPerInTargetPerson ? sayUnitCost("en", reach.costPerInTargetPerson) : "–",
      ],
    ];
  });
  const header = ["", ...["price", "likely", "people", "sees", "perPerson"].map((key) => word(`col.${key}`))];
  return textTable([header, ...rows], { left: 1 });
}

function budgetText({ atBudget, typical, list, currency }: JudgeDocument): readonly string[] {
  const { metric } = list.forecast;
  return [
    ...(atBudget
      ? [
          word("atBudget", {
            ...atBudget,
            mean: amount(metric, spoken(atBudget.metricMean, list.forecast.rough), currency),
          }),
        ]
      : []),
    ...(typical.length > 0 ? [word("typical"), ...typical.map(({ sentence: says }) => `· ${en(says)}`)] : []),
  ];
}

function overlapText({ list }: JudgeDocument): readonly string[] {
  const names = list.lines.filter(({ item }) => item !== null).map(({ creatorName }) => creatorName);
  const pairs = list.reach.overlap.flatMap((row, i) =>
    row.flatMap((share, j) =>
      j > i && share >= PAIR_FROM ? [{ a: names[i] ?? "", b: names[j] ?? "", share }] : [],
    ),
  );
  const most = pairs.sort((a, b) => b.share - a.share).slice(0, PAIRS_MOST);
  return most.length === 0 ? [] : [word("overlap"), ...most.map((pair) => `· ${word("pair", pair)}`)];
}

function plain(metric: JudgedSide["forecast"]["metric"], value: number, currency: string): string {
  return plainAmount(metric, value, currency).map(en).join("");
}
