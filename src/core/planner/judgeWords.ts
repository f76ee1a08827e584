import type { Brief } from "#core/brief/brief";
import { type Sentence, sentence } from "#core/sentence";
import { amount, outcome, plainAmount } from "./amount.ts";
import type { ItemModel } from "./itemModel.ts";
import type { JudgeDocument, JudgedSide, JudgeLine } from "./judgeDocument.ts";
import { postsIn } from "./offer.ts";

/** What the list brings, what the best plan brings for the same money, and what to do about it. */
export function headOfJudgement(
  list: JudgedSide,
  best: JudgedSide | null,
  counts: JudgeDocument["counts"],
  { objective: { metric }, currency }: Brief,
): Sentence {
  const { rough, p50 } = list.forecast;
  const values = {
    rough: rough ? [sentence("plan.head.rough")] : [],
    brings: amount(metric, outcome(p50, rough), currency),
    cost: list.totals.cost,
    perPerson: list.reach.costPerInTargetPerson,
    todo: (["keep", "swap", "ask", "drop"] as const)
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => sentence(`judge.todo.${verdict}`, { count: counts[verdict] })),
  };
  if (best === null) return sentence("judge.head.alone", values);
  const likely = best.forecast.p50;
  const more = p50 > 0 ? likely / p50 - 1 : null;
  return sentence(more !== null && more < 0.01 ? "judge.head.same" : "judge.head.better", {
    ...values,
    best: plainAmount(metric, outcome(likely, rough), currency),
    more: more === null ? null : Math.round(100 * more) / 100,
  });
}

/** From this much above the list with its swaps on, the best plan is another one and not the list mended. */
const ANOTHER_PLAN_FROM = 1.1;

/** How the best plan differs where swapping single lines does not lead to it. */
export function adviceOf(
  listed: readonly ItemModel[],
  best: readonly ItemModel[],
  reached: JudgedSide,
  bestSide: JudgedSide | null,
): readonly Sentence[] {
  if (bestSide === null || bestSide.forecast.mean < ANOTHER_PLAN_FROM * reached.forecast.mean) return [];
  const proposed = new Map(listed.map(({ bundle }) => [bundle.creator.id, bundle]));
  const kept = best.filter(({ bundle }) => proposed.has(bundle.creator.id));
  const more = kept.filter(({ bundle }) => postsIn(bundle) > postsIn(proposed.get(bundle.creator.id)!));
  const counts = { listed: listed.length, kept: kept.length, more: more.length };
  return [sentence("judge.advice", { ...counts, others: best.length - kept.length })];
}

/** From this many creators on a question is asked once, with their names. */
const SEVERAL = 3;

/** Every question of a list as one letter, a sentence a line: what all leave open, what several do, then one by one. */
export function emailOf(
  name: string,
  lines: readonly JudgeLine[],
  terms: readonly Sentence[],
): readonly Sentence[] {
  const item = (question: Sentence) => sentence("judge.email.item", { question: [question] });
  const same = (a: Sentence, b: Sentence) => JSON.stringify(a) === JSON.stringify(b);
  const unlike = lines
    .flatMap(({ questions }) => questions)
    .filter((question, i, all) => all.findIndex((other) => same(other, question)) === i);
  const asked = unlike.map((question) => ({
    question,
    of: lines.filter(({ questions }) => questions.some((other) => same(other, question))),
  }));
  const everybody = asked.filter(({ of }) => of.length >= SEVERAL && of.length === lines.length);
  const several = asked.filter(({ of }) => of.length >= SEVERAL && of.length < lines.length);
  const single = (line: JudgeLine) =>
    asked.flatMap(({ question, of }) => (of.length < SEVERAL && of.includes(line) ? [question] : []));
  const forAll = [...terms, ...everybody.map(({ question }) => question)];
  return [
    sentence("judge.email.greeting"),
    sentence("judge.email.intro", { name }),
    ...(forAll.length > 0 ? [sentence("judge.email.all"), ...forAll.map(item)] : []),
    ...several.flatMap(({ question, of }) => [
      sentence("judge.email.several", { names: of.map(({ creatorName }) => creatorName) }),
      item(question),
    ]),
    ...lines.flatMap((line) => {
      const own = single(line);
      const { creatorName, handle } = line;
      const who = sentence("judge.email.creator", { name: creatorName, handle });
      return own.length === 0 ? [] : [who, ...own.map(item)];
    }),
    sentence("judge.email.closing"),
  ];
}
